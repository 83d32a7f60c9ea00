// The form that has alerts pushed to this browser appears where the browser can; without this script other channels are left.
const form = document.querySelector("[data-push]");
const can = window.isSecureContext && "serviceWorker" in navigator && "PushManager" in window;
if (form && can) {
  const said = form.querySelector("[data-said]");
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  form.hidden = false;
  document.querySelector("[data-no-push]").hidden = true;
  form.addEventListener("submit", async (event) => {
    if (form.elements.endpoint.value) return;
    event.preventDefault();
    if ((await Notification.requestPermission()) !== "granted") {
      said.textContent = form.dataset.denied;
      return;
    }
    try {
      await navigator.serviceWorker.register("/service-worker.js");
      const worker = await navigator.serviceWorker.ready;
      const before = await worker.pushManager.getSubscription();
      if (before) await before.unsubscribe();
      const key = bytes(form.dataset.push);
      const made = (await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })).toJSON();
      form.elements.endpoint.value = made.endpoint;
      form.elements.p256dh.value = made.keys.p256dh;
      form.elements.auth.value = made.keys.auth;
      form.submit();
    } catch (error) {
      said.textContent = `${form.dataset.failed} ${error.message}`;
    }
  });
}
