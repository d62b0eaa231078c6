// Completion while typing, and picking without a reload. Every step also works without this file.
"use strict";

document.documentElement.classList.add("js");

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
    const said = new URLSearchParams();
    new FormData(input.form).forEach((value, name) => {
      if (name !== "q" && value !== "") {
        said.append(name, value);
      }
    });
    const query = said.toString().replaceAll("%3A", ":");
    history.replaceState(null, "", query === "" ? location.pathname : `${location.pathname}?${query}`);
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

  const add = (title) => {
    picks.append(row(title));
    status.textContent = `${title.name} added`;
    remember();
  };

  const pick = (index) => {
    const title = titles[index];
    if (!title) {
      return;
    }
    request?.abort();
    clearTimeout(timer);
    add(title);
    input.value = "";
    close();
    input.focus();
  };

  document.getElementById("starters")?.addEventListener("click", (event) => {
    const button = event.target.closest(".starter");
    if (button) {
      event.preventDefault();
      const gone = button.closest("li");
      const next = gone.nextElementSibling ?? gone.previousElementSibling;
      add({ itemId: button.value, name: button.querySelector("span").textContent });
      gone.remove();
      (next?.querySelector(".starter") ?? input).focus();
    }
  });

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

// The controls take effect at once: the same page is fetched, and only what changed is put in its place.
const controls = document.getElementById("controls");
const drawer = document.getElementById("drawer");
const live = document.getElementById("live");

if (controls && drawer && live) {
  const DELAY_MS = 200;
  const wide = matchMedia("(min-width: 56rem)");
  let timer = 0;
  let request = null;

  const open = () => {
    if (wide.matches) {
      drawer.open = true;
    }
  };
  wide.addEventListener("change", open);
  open();

  const address = () => {
    const said = new URLSearchParams();
    new FormData(document.getElementById("controls")).forEach((value, name) => {
      if (value !== "") {
        said.append(name, value);
      }
    });
    return `/recommendations?${said}`;
  };

  // what the fan has opened stays open
  const takeOver = (form) => {
    const old = document.getElementById("controls");
    old.querySelectorAll("details[open]").forEach((group) => {
      form.querySelector(`#${group.id}`)?.setAttribute("open", "");
    });
    old.replaceWith(form);
  };

  const load = async (url, withForm, options = {}) => {
    const results = document.getElementById("results");
    request?.abort();
    request = options.method ? null : new AbortController(); // what a fan has said is never taken back
    const mine = request;
    results.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { ...options, signal: request?.signal });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("results");
      if (!fresh) {
        location.assign(url);
        return;
      }
      results.replaceChildren(...fresh.childNodes);
      drawer.querySelector("summary").replaceChildren(...page.querySelector("#drawer summary").childNodes);
      if (withForm) {
        takeOver(page.getElementById("controls"));
        [".head", ".foot", ".places"].forEach((part) => {
          document.querySelector(part).replaceChildren(...page.querySelector(part).childNodes);
        });
      }
      page.querySelectorAll(".places a").forEach((place, k) => {
        document.querySelectorAll(".places a")[k].href = place.getAttribute("href");
      });
      history.replaceState(null, "", answer.url); // the server shortens it
      const said = [results.querySelector(".done p"), document.getElementById("announcement")];
      live.textContent = said.filter(Boolean).map((each) => each.textContent).join(" ");
    } catch (failed) {
      if (failed.name !== "AbortError") {
        live.textContent = "The server does not answer; try again";
      }
    } finally {
      if (mine === request) {
        results.removeAttribute("aria-busy");
      }
    }
  };

  drawer.addEventListener("input", (event) => {
    clearTimeout(timer);
    timer = setTimeout(() => load(address(), false), event.target.type === "checkbox" ? 0 : DELAY_MS);
  });
  drawer.addEventListener("submit", (event) => {
    event.preventDefault();
    load(address(), false);
  });

  document.getElementById("results").addEventListener("click", async (event) => {
    const link = event.target.closest(".chip, .all, .relief a");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      await load(link.getAttribute("href"), true);
      document.getElementById("results").focus({ preventScroll: true });
    }
  });

  // what is said to a card: the list refills, the place is kept; one thing after the other
  let said = Promise.resolve();
  document.getElementById("results").addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    const place = [...document.querySelectorAll(".card")].indexOf(form.closest(".card"));
    const body = new URLSearchParams(new FormData(form, event.submitter));
    said = said.then(async () => {
      const token = document.querySelector("#results [name=form-token]");
      if (token) {
        body.set("form-token", token.value); // the first thing said may just have made the profile
      }
      await load(form.getAttribute("action"), true, { method: "POST", body });
      const cards = document.querySelectorAll(".card .name a");
      const next = place < 0 ? null : cards[Math.min(place, cards.length - 1)];
      (next ?? document.getElementById("results")).focus({ preventScroll: true });
    });
  });
}
