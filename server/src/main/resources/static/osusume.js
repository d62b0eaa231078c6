// Completion while typing, and picking without a reload. Every step also works without this file.
"use strict";

const input = document.getElementById("q");
const picks = document.getElementById("picks");
const list = document.getElementById("q-options");
const status = document.getElementById("q-status");

if (input && picks && list && status) {
  const DELAY_MS = 120;
  let titles = [];
  let active = -1;
  let timer = 0;
  let request = null;

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const activate = (index) => {
    active = index;
    [...list.children].forEach((option, k) => option.setAttribute("aria-selected", String(k === index)));
    const option = list.children[index];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  };

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const facts = (title) => [title.type, title.year, title.englishName !== title.name && title.englishName]
    .filter(Boolean).join(" · ");

  const show = (found) => {
    titles = found.filter((title) => !document.getElementById(`score-${title.itemId}`));
    list.replaceChildren(...titles.map((title, k) => {
      const option = element("li", { id: `q-option-${k}` },
        element("span", { lang: "ja-Latn", textContent: title.name }),
        element("small", { textContent: facts(title) }));
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      return option;
    }));
    status.textContent = titles.length === 0 ? "No title found"
      : titles.length === 1 ? "1 title found" : `${titles.length} titles found`;
    if (titles.length === 0) {
      close();
      return;
    }
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    activate(0);
  };

  const search = async () => {
    const query = input.value.trim();
    request?.abort();
    if (query === "") {
      close();
      status.textContent = "";
      return;
    }
    request = new AbortController();
    try {
      const answer = await fetch(`/api/v1/search?n=8&q=${encodeURIComponent(query)}`, { signal: request.signal });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      show((await answer.json()).titles);
    } catch (failed) {
      if (failed.name !== "AbortError") {
        close();
        status.textContent = "The search does not answer; press the Search button";
      }
    }
  };

  const remember = () => {
    const query = [...picks.querySelectorAll("select")].map((select) => `pick=${select.value}`).join("&");
    history.replaceState(null, "", query === "" ? "/" : `${location.pathname}?${query}`);
  };

  const row = (title) => {
    const score = element("select", { name: "pick", id: `score-${title.itemId}` },
      element("option", { value: String(title.itemId), textContent: "No score" }));
    for (let points = 10; points >= 1; points--) {
      score.append(element("option", { value: `${title.itemId}:${points}`, textContent: String(points) }));
    }
    score.setAttribute("aria-label", `Your score for ${title.name}`);
    const remove = element("button", { className: "remove", name: "remove", value: String(title.itemId), textContent: "×" });
    remove.setAttribute("formaction", "/");
    remove.setAttribute("aria-label", `Remove ${title.name}`);
    const made = element("li", { className: "pick" },
      element("span", { className: "pick-name" }, element("span", { lang: "ja-Latn", textContent: title.name })),
      score, remove);
    made.dataset.itemId = String(title.itemId);
    return made;
  };

  const pick = (index) => {
    const title = titles[index];
    if (!title) {
      return;
    }
    request?.abort();
    clearTimeout(timer);
    picks.append(row(title));
    status.textContent = `${title.name} added`;
    input.value = "";
    close();
    remember();
    input.focus();
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, DELAY_MS);
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) {
      return; // an input method for Japanese is at work
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) {
        search();
      } else {
        const step = event.key === "ArrowDown" ? 1 : -1;
        activate((active + step + titles.length) % titles.length);
      }
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault();
      pick(active);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Tab") {
      close();
    }
  });

  input.addEventListener("blur", close);

  // mousedown, not click: the field must not lose the focus first
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target.closest("[role=option]");
    if (option) {
      pick([...list.children].indexOf(option));
    }
  });

  picks.addEventListener("click", (event) => {
    const remove = event.target.closest(".remove");
    if (remove) {
      event.preventDefault();
      const gone = remove.closest("li");
      const next = gone.nextElementSibling ?? gone.previousElementSibling;
      gone.remove();
      remember();
      (next?.querySelector(".remove") ?? input).focus();
    }
  });

  picks.addEventListener("change", remember);
}
