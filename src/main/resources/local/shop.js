// The sample shop's own script, as a web team would write it.
const slot = document.querySelector("#slot");
const status = document.querySelector("[role=status]");
const fill = () =>
  window.kikkake?.slot(slot, { items: 4, language: document.documentElement.lang });

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-action]");
  if (!button) return;
  window.kikkake?.[button.dataset.action](button.dataset.item);
  window.kikkake?.send();
  status.textContent = status.dataset.done;
  setTimeout(fill, 1500);
});

fill();
