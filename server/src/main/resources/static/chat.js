// Shows answers while they are said. Without this file the form loads a page with the whole answer.
"use strict";

const say = document.getElementById("say");

if (say && window.ReadableStream) {
  const field = document.getElementById("said");
  const send = say.querySelector("button.main");
  const stop = document.getElementById("stop");
  const turns = document.getElementById("turns");
  const state = document.getElementById("chat-status");
  const touch = matchMedia("(pointer: coarse)");
  const words = {
    recommend: "Looking for titles", find_titles: "Looking up a name", similar_titles: "Looking for similar titles",
    title_facts: "Reading facts", explain: "Working out reasons", why_not: "Working out reasons", taste: "Reading your list",
    compare_titles: "Comparing", watching_order: "Putting in order", propose_change: "Preparing a change",
  };
  let request = null;
  let follows = true; // until the reader scrolls away

  const paragraph = (name, text) => {
    const made = document.createElement("p");
    made.className = name;
    made.textContent = text;
    return made;
  };

  const begin = (text) => {
    const turn = document.createElement("li");
    turn.className = "turn";
    const answered = document.createElement("div");
    answered.className = "answered live";
    const steps = document.createElement("div");
    const live = paragraph("draft", "");
    steps.append(paragraph("doing", "Thinking …"));
    answered.append(live, steps);
    turn.append(paragraph("said", text), answered);
    turns.append(turn);
    document.getElementById("examples")?.remove();
    return { turn, live, steps };
  };

  // The end of the answer stays above the field as it grows, but its question stays on the screen.
  const follow = (turn) => {
    if (!follows) return;
    const box = turn.getBoundingClientRect();
    const hidden = box.bottom + 16 - say.getBoundingClientRect().top;
    const room = box.top - 16;
    const by = Math.min(hidden, room);
    if (by > 0) window.scrollBy({ top: by });
  };

  const working = (open, text) => {
    state.textContent = text;
    const last = open.steps.lastElementChild;
    if (last && last.textContent === "Thinking …") last.remove();
    if (open.steps.lastElementChild?.textContent !== text) open.steps.append(paragraph("doing", text));
  };

  const take = (open, event, data) => {
    switch (event) {
      case "text":
        open.steps.replaceChildren();
        open.live.append(data.text);
        break;
      case "title": {
        const title = document.createElement("strong");
        title.lang = data.lang;
        title.textContent = data.name;
        open.steps.replaceChildren();
        open.live.append(title);
        break;
      }
      case "tool": working(open, `${words[data.name] || "Working"} …`); break;
      case "again":
        open.live.textContent = "";
        working(open, "Saying it better …");
        break;
      case "done": {
        const made = document.createElement("template");
        made.innerHTML = data.html;
        const turn = made.content.querySelector(".turn");
        open.turn.replaceWith(made.content);
        open.turn = turn;
        state.textContent = "Answered";
        document.getElementById("forget")?.removeAttribute("hidden");
        break;
      }
    }
    follow(open.turn);
  };

  const read = async (open, body) => {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const events = (rest + value).split("\n\n");
      rest = events.pop();
      for (const each of events) {
        const [name, data] = each.split("\n");
        take(open, name.slice(7), JSON.parse(data.slice(6)));
      }
    }
  };

  const busy = (on) => {
    const [shown, other] = on ? [stop, send] : [send, stop];
    const focused = document.activeElement === other;
    shown.hidden = false;
    if (focused) shown.focus({ preventScroll: true });
    other.hidden = true;
  };

  say.addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    const text = field.value.trim();
    if (!text || request) return;
    const form = new URLSearchParams(new FormData(say));
    const open = begin(text);
    request = new AbortController();
    field.value = "";
    if (touch.matches) field.blur(); // the keyboard would cover the answer
    busy(true);
    state.textContent = "Thinking …";
    follows = true;
    follow(open.turn);
    try {
      const response = await fetch(say.dataset.stream, { method: "POST", body: form, signal: request.signal });
      if (!response.ok) throw new Error(`status ${response.status}`);
      await read(open, response.body);
    } catch (failed) {
      const stopped = failed.name === "AbortError";
      state.textContent = stopped ? "Stopped" : "That did not work";
      open.steps?.replaceChildren();
      open.live.append(stopped ? " … (stopped)" : " The answer did not come. Send it once more.");
      if (!stopped && !field.value) field.value = text;
      follow(open.turn);
    } finally {
      request = null;
      busy(false);
      if (!touch.matches) field.focus({ preventScroll: true });
    }
  });

  for (const moved of ["wheel", "touchmove"]) {
    window.addEventListener(moved, () => { follows = false; }, { passive: true });
  }

  document.getElementById("examples")?.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    field.value = submitted.submitter.value;
    say.requestSubmit();
  });

  stop.addEventListener("click", () => request?.abort());
  if (turns.childElementCount > 0 && !location.hash) turns.lastElementChild.scrollIntoView({ block: "start" });
  field.addEventListener("keydown", (key) => {
    if (key.key === "Enter" && !key.shiftKey && !key.isComposing) {
      key.preventDefault();
      say.requestSubmit();
    }
  });
  document.addEventListener("keydown", (key) => {
    if (key.key === "Escape") request?.abort();
    if (["PageUp", "Home", "ArrowUp"].includes(key.key) && key.target !== field) follows = false;
  });
}
