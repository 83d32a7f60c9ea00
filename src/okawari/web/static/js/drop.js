// A mail may be dropped anywhere on the page; without this script the file field itself takes it.
const field = document.getElementById("mails");
if (field) {
  const area = field.closest("form");
  const holdsFiles = (event) => event.dataTransfer && event.dataTransfer.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    area.classList.add("drop--over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) area.classList.remove("drop--over");
  });
  document.addEventListener("drop", (event) => {
    area.classList.remove("drop--over");
    if (!holdsFiles(event) || event.target === field) return;
    event.preventDefault();
    field.files = event.dataTransfer.files;
    area.querySelector("button").focus();
  });
}
