// Shows the alerts that are pushed to this browser. It keeps nothing and answers no page's requests.
self.addEventListener("push", (event) => {
  const told = event.data ? event.data.json() : {};
  event.waitUntil(
    self.registration.showNotification(told.title || "Okawari", {
      body: told.body || "",
      tag: told.key,
      icon: "/static/icon.svg",
      data: told.url || "",
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const page = /^https?:\/\//.test(event.notification.data) ? event.notification.data : "/watches#alerts";
  event.waitUntil(self.clients.openWindow(page));
});
