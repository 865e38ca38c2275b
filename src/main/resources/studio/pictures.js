"use strict";

for (const row of document.querySelectorAll(".copy")) {
  const text = row.querySelector("input");
  const button = row.querySelector("button");
  text.addEventListener("focus", () => text.select());
  button.addEventListener("click", async () => {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
      button.textContent = button.dataset.copied;
    } catch {
      // The text is selected: the keyboard copies it.
    }
  });
}

const form = document.getElementById("picture");
if (form) {
  const file = document.getElementById("picture-file");
  const name = document.getElementById("picture-name");
  const problem = document.getElementById("picture-problem");
  const button = form.querySelector("button");

  const tell = (text) => {
    problem.textContent = text;
    problem.hidden = text === "";
  };

  file.addEventListener("change", () => {
    if (file.files.length > 0 && name.value === "") {
      name.value = file.files[0].name
        .toLowerCase()
        .replace(/\.[^.]*$/, "")
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, "")
        .slice(0, 60);
    }
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    tell("");
    button.disabled = true;
    try {
      const picture = file.files[0];
      const answer = await fetch("/studio/pictures?name=" + encodeURIComponent(name.value), {
        method: "POST",
        headers: {
          accept: "application/json",
          "content-type": picture.type || "application/octet-stream",
          "x-kikkake-form": form.dataset.formKey,
        },
        body: picture,
      });
      const told = await answer.json();
      if (answer.ok) {
        location.hash = told.name;
        location.reload();
      } else {
        tell(told.error || form.dataset.noAnswer);
      }
    } catch {
      tell(form.dataset.noAnswer);
    }
    button.disabled = false;
  });
}
