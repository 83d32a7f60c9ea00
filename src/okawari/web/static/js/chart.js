// A pointer or the arrow keys tell what each offer said at a moment; without this script the table below the picture does.
for (const picture of document.querySelectorAll("[data-chart]")) {
  const lines = JSON.parse(picture.dataset.chart);
  const places = [...new Set(lines.flat().map(([x]) => x))].sort((a, b) => a - b);
  const height = picture.viewBox.baseVal.height;
  const cursor = document.createElementNS("http://www.w3.org/2000/svg", "path");
  cursor.setAttribute("class", "chart__cursor");
  picture.append(cursor);
  const said = document.createElement("p");
  said.className = "field__hint";
  said.setAttribute("aria-live", "polite");
  picture.closest("figure").querySelector("figcaption").after(said);
  picture.setAttribute("tabindex", "0");
  let at = places.length - 1;
  const show = (x) => {
    cursor.setAttribute("d", `M${x} 0V${height}`);
    said.textContent = lines.map((line) => line.findLast(([from]) => from <= x)?.[1]).filter(Boolean).join(" / ");
  };
  picture.addEventListener("pointermove", (event) => {
    const room = picture.getBoundingClientRect();
    show(Math.round(((event.clientX - room.left) / room.width) * 1000));
  });
  picture.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    at = Math.min(Math.max(at + step, 0), places.length - 1);
    show(places[at]);
  });
}
