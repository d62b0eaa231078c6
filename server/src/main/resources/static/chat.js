// Shows answers while they are said. Without this file the form loads a page with the whole answer.
"use strict";

const say = document.getElementById("say");

if (say && window.ReadableStream) {
  const field = document.getElementById("said");
  const send = say.querySelector("button.main");
  const stop = document.getElementById("stop");
  const turns = document.getElementById("turns");
  const state = document.getElementById("chat-status");
  const words = {
    recommend: "Looking for titles", find_titles: "Looking up a name", similar_titles: "Looking for similar titles",
    title_facts: "Reading facts", explain: "Working out reasons", why_not: "Working out reasons", taste: "Reading your list",
    compare_titles: "Comparing", watching_order: "Putting in order", propose_change: "Preparing a change",
  };
  let request = null;

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
    const live = paragraph("draft", "");
    answered.append(live);
    turn.append(paragraph("said", text), answered);
    turns.append(turn);
    document.getElementById("examples")?.remove();
    turn.scrollIntoView({ block: "nearest" });
    return { turn, live };
  };

  const take = (open, event, data) => {
    switch (event) {
      case "text": open.live.append(data.text); break;
      case "title": {
        const title = document.createElement("strong");
        title.lang = data.lang;
        title.textContent = data.name;
        open.live.append(title);
        break;
      }
      case "tool": state.textContent = `${words[data.name] || "Working"} …`; break;
      case "again": open.live.textContent = ""; break;
      case "done": {
        const made = document.createElement("template");
        made.innerHTML = data.html;
        open.turn.replaceWith(made.content);
        state.textContent = "Answered";
        document.getElementById("forget")?.removeAttribute("hidden");
        break;
      }
    }
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
    send.disabled = on;
    stop.hidden = !on;
  };

  say.addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    const text = field.value.trim();
    if (!text || request) return;
    const open = begin(text);
    const form = new URLSearchParams(new FormData(say));
    request = new AbortController();
    field.value = "";
    busy(true);
    state.textContent = "Thinking …";
    try {
      const response = await fetch(say.dataset.stream, { method: "POST", body: form, signal: request.signal });
      if (!response.ok) throw new Error(`status ${response.status}`);
      await read(open, response.body);
    } catch (failed) {
      const stopped = failed.name === "AbortError";
      state.textContent = stopped ? "Stopped" : "That did not work";
      open.live.append(stopped ? " … (stopped)" : " The answer did not come. Load the page again and try once more.");
    } finally {
      request = null;
      busy(false);
      field.focus();
    }
  });

  document.getElementById("examples")?.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    field.value = submitted.submitter.value;
    say.requestSubmit();
  });

  stop.addEventListener("click", () => request?.abort());
  if (turns.childElementCount > 0 && !location.hash) say.scrollIntoView({ block: "end" });
  field.addEventListener("keydown", (key) => {
    if (key.key === "Enter" && !key.shiftKey && !key.isComposing) {
      key.preventDefault();
      say.requestSubmit();
    }
  });
}
