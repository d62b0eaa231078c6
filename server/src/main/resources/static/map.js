// Draws the map of all titles and lets a fan move about on it. Without this file the page shows it as a picture.
"use strict";

{
  const atlas = document.getElementById("atlas");
  const holder = document.getElementById("atlas-view");

  const FIT = 0.94; // of the view, for the whole map
  const MOST_ZOOM = 60;
  const LEAST_ZOOM = 0.5;
  const REACH_PX = 16; // how far from a dot a press still means it
  const FEW_UNTIL = 2.4; // up to this zoom the large areas are named, then the small ones
  const MANY_UNTIL = 8;
  const MOST_LABELS = 70;
  const MOST_PIXELS = 4e6;
  const quietMotion = matchMedia("(prefers-reduced-motion: reduce)");
  const covered = matchMedia("(max-width: 55.99rem)");
  const dark = matchMedia("(prefers-color-scheme: dark)");

  // dots drawn into pixels by hand: seventeen thousand of them take a millisecond or two without a graphics card

  // how much of each pixel a disc covers; its middle lies a fraction of a pixel off
  const discs = new Map();
  const disc = (radius, fractionX, fractionY) => {
    const key = (radius * 2) * 16 + fractionX * 4 + fractionY;
    let found = discs.get(key);
    if (!found) {
      const reach = Math.ceil(radius + 1);
      const side = 2 * reach + 1;
      const cover = new Uint8Array(side * side);
      for (let row = 0; row < side; row++) {
        for (let column = 0; column < side; column++) {
          const distance = Math.hypot(column - reach - fractionX / 4, row - reach - fractionY / 4);
          cover[row * side + column] = 255 * Math.max(0, Math.min(1, radius + 0.5 - distance));
        }
      }
      found = { reach, side, cover };
      discs.set(key, found);
    }
    return found;
  };

  class Pixels {
    constructor(canvas) {
      this.context = canvas.getContext("2d", { alpha: false });
      this.canvas = canvas;
      this.image = null;
    }

    begin(background) {
      const { width, height } = this.canvas;
      if (!this.image || this.image.width !== width || this.image.height !== height) {
        this.image = this.context.createImageData(width, height);
        this.words = new Uint32Array(this.image.data.buffer);
      }
      this.words.fill(background);
    }

    dot(x, y, size, colour) {
      const radius = Math.max(1, Math.round(size * 2)) / 2;
      const left = Math.floor(x);
      const top = Math.floor(y);
      const { reach, side, cover } = disc(radius, Math.floor((x - left) * 4), Math.floor((y - top) * 4));
      const { width, height } = this.canvas;
      const words = this.words;
      const red = colour & 255;
      const green = colour >> 8 & 255;
      const blue = colour >> 16 & 255;
      const fromRow = Math.max(0, reach - top);
      const toRow = Math.min(side, height - top + reach);
      const fromColumn = Math.max(0, reach - left);
      const toColumn = Math.min(side, width - left + reach);
      for (let row = fromRow; row < toRow; row++) {
        let at = (top - reach + row) * width + left - reach + fromColumn;
        for (let column = fromColumn; column < toColumn; column++, at++) {
          const share = cover[row * side + column];
          if (share === 255) {
            words[at] = colour;
          } else if (share > 0) {
            const under = words[at];
            const rest = 255 - share;
            words[at] = 0xff000000
              | (blue * share + (under >> 16 & 255) * rest) / 255 << 16
              | (green * share + (under >> 8 & 255) * rest) / 255 << 8
              | (red * share + (under & 255) * rest) / 255;
          }
        }
      }
    }

    end() {
      this.context.putImageData(this.image, 0, 0);
    }
  }

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const places = (text) => text.split(" ").filter(Boolean).map(Number);

  const start = async () => {
    const file = await fetch(atlas.dataset.points);
    if (!file.ok) {
      throw new Error(String(file.status));
    }
    const bytes = await file.arrayBuffer();
    const steps = new Uint16Array(bytes); // little-endian, as all browsers' machines are
    const count = steps.length / 2;
    const xs = Float32Array.from(steps.subarray(0, count), (step) => step / 65535 * 2 - 1);
    const ys = Float32Array.from(steps.subarray(count), (step) => step / 65535 * 2 - 1);
    const mine = places(atlas.dataset.mine);
    const best = places(atlas.dataset.best);
    const isMine = new Set(mine);
    const known0 = Number(atlas.dataset.first); // so many names come first
    const areas = { few: [], many: [], middle: [] };
    for (const line of atlas.dataset.areas.split("\n").filter(Boolean)) {
      const [kind, x, y, ...words] = line.split("\t");
      areas[kind].push({ x: Number(x), y: Number(y), words: words.filter(Boolean) });
    }
    const areaOf = Uint8Array.from({ length: count }, (_, place) => {
      let nearestArea = 0;
      let least = Infinity;
      areas.middle.forEach(({ x, y }, area) => {
        const distance = (xs[place] - x) ** 2 + (ys[place] - y) ** 2;
        if (distance < least) {
          least = distance;
          nearestArea = area;
        }
      });
      return nearestArea;
    });
    const crowd = Math.min(2.6, Math.max(1, (17562 / count) ** 0.25)); // fewer titles, larger dots
    const sizes = Float32Array.from({ length: count },
      (_, place) => crowd * (0.8 + 2.3 * (1 - (place / count) ** 0.22)));
    const ids = [];
    const names = [];
    const placeOfId = new Map();

    const base = element("canvas", { className: "dots" });
    const over = element("canvas", { className: "names" });
    const view = element("div", { className: "sea", tabIndex: 0 }, base, over);
    view.setAttribute("role", "application");
    view.setAttribute("aria-label", "Map of titles");
    view.setAttribute("aria-describedby", "atlas-help");
    const said = element("p", { className: "aside" });
    said.setAttribute("role", "status");
    const tools = element("div", { className: "atlas-tools" });
    holder.replaceChildren(view, tools, said);
    atlas.classList.add("alive");
    const pixels = new Pixels(base);
    const pen = over.getContext("2d");

    let width = 0;
    let height = 0;
    let ratio = 1;
    let unit = 1; // CSS pixels of one unit of the map at zoom 1
    let whole = { x: 0, y: 0, zoom: 1 };
    let eye = whole;
    let flight = null;
    let waiting = false;
    let chosen = atlas.dataset.chosen === "" ? -1 : Number(atlas.dataset.chosen);
    let pointed = -1;
    let labels = [];
    let labelled = 0;
    let colours = {};
    let askedForAll = false;

    const css = (name) => getComputedStyle(atlas).getPropertyValue(name).trim();
    const word = (hex) => 0xff000000 | parseInt(hex.slice(5, 7), 16) << 16
      | parseInt(hex.slice(3, 5), 16) << 8 | parseInt(hex.slice(1, 3), 16);
    const readColours = () => {
      colours = {
        ground: css("--sea"),
        ink: css("--ink"),
        quiet: css("--quiet"),
        accent: css("--accent"),
        indigo: css("--indigo"),
        areas: Array.from({ length: 14 }, (_, area) => word(css(`--area-${area}`))),
        sans: css("--sans"),
        serif: css("--serif"),
      };
      colours.groundWord = word(colours.ground);
      colours.accentWord = word(colours.accent);
      colours.indigoWord = word(colours.indigo);
    };

    const screenX = (x) => (x - eye.x) * unit * eye.zoom + width / 2;
    const screenY = (y) => (y - eye.y) * unit * eye.zoom + height / 2;
    const mapX = (px) => (px - width / 2) / (unit * eye.zoom) + eye.x;
    const mapY = (py) => (py - height / 2) / (unit * eye.zoom) + eye.y;
    const growth = () => Math.min(4.5, Math.max(0.8, eye.zoom) ** 0.5);

    // the view that holds all but a few stragglers
    const spread = (values) => {
      const sorted = Float32Array.from(values).sort();
      const few = Math.floor(sorted.length / 400);
      return [sorted[few], sorted[sorted.length - 1 - few]];
    };
    const [west, east] = spread(xs);
    const [north, south] = spread(ys);
    const wholeView = () => ({
      x: (west + east) / 2,
      y: (north + south) / 2,
      zoom: FIT * Math.min(width / (east - west), height / (south - north)) / unit,
    });

    const bounded = ({ x, y, zoom }) => ({
      x: Math.max(-1, Math.min(1, x)),
      y: Math.max(-1, Math.min(1, y)),
      zoom: Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, zoom)),
    });

    // labels: whoever comes first takes the room

    const widths = new Map();
    const widthOf = (text, font) => {
      const key = font + text;
      let known = widths.get(key);
      if (known === undefined) {
        pen.font = font;
        known = pen.measureText(text).width;
        widths.set(key, known);
      }
      return known;
    };

    const toolsBox = () => ({ left: width - 62, right: width, top: height - tools.clientHeight - 16, bottom: height });

    const chooseLabels = () => {
      labels = [];
      const taken = [toolsBox()];
      const free = (box) => box.left >= 2 && box.top >= 2 && box.right <= width - 2 && box.bottom <= height - 2
        && taken.every((other) => box.right < other.left || box.left > other.right
          || box.bottom < other.top || box.top > other.bottom);
      const sans = colours.sans;
      const title = (place, strong) => {
        const text = names[place];
        if (text === undefined) {
          return false;
        }
        const font = `${strong ? 600 : 400} 13px ${sans}`;
        const wide = widthOf(text, font);
        const reach = sizes[place] * growth() + 4;
        const x = screenX(xs[place]);
        const y = screenY(ys[place]);
        for (const [dx, dy] of [[reach, -8], [-reach - wide, -8], [-wide / 2, -reach - 16], [-wide / 2, reach]]) {
          const box = { left: x + dx - 3, right: x + dx + wide + 3, top: y + dy, bottom: y + dy + 17 };
          if (free(box)) {
            taken.push(box);
            labels.push({ x: xs[place], y: ys[place], dx, dy: dy + 13, text, font, place, strong });
            return true;
          }
        }
        return false;
      };
      const area = (each, size) => {
        if (each.words.length === 0) {
          return;
        }
        const first = `600 ${size}px ${colours.serif}`;
        const second = `400 13px ${sans}`;
        const rest = each.words.slice(1).join(" · ");
        const wide = Math.max(widthOf(each.words[0], first), rest === "" ? 0 : widthOf(rest, second));
        const x = screenX(each.x);
        const y = screenY(each.y);
        const box = { left: x - wide / 2 - 6, right: x + wide / 2 + 6, top: y - size, bottom: y + (rest === "" ? 8 : 24) };
        if (free(box)) {
          taken.push(box);
          labels.push({ x: each.x, y: each.y, dx: 0, dy: 4, text: each.words[0], font: first, middle: true });
          if (rest !== "") {
            labels.push({ x: each.x, y: each.y, dx: 0, dy: 20, text: rest, font: second, middle: true });
          }
        }
      };
      for (const place of new Set([chosen, pointed])) {
        if (place >= 0) {
          title(place, true);
        }
      }
      if (eye.zoom < FEW_UNTIL * whole.zoom) {
        areas.few.forEach((each) => area(each, width < 500 ? 16 : 19));
      } else if (eye.zoom < MANY_UNTIL * whole.zoom) {
        areas.many.forEach((each) => area(each, 16));
      }
      const visible = (place) => {
        const x = screenX(xs[place]);
        const y = screenY(ys[place]);
        return x > 0 && x < width && y > 0 && y < height;
      };
      if (eye.zoom > 1.6 * whole.zoom) {
        mine.slice(0, 400).forEach((place) => labels.length < MOST_LABELS && place !== chosen && place !== pointed
          && visible(place) && title(place, true));
      }
      const known = Math.min(count, Math.ceil(count * (0.0008 * eye.zoom ** 2 + (crowd - 1) * 0.03 * eye.zoom)));
      for (let place = 0; place < known && labels.length < MOST_LABELS; place++) {
        if (!isMine.has(place) && place !== chosen && place !== pointed && visible(place)) {
          title(place, false);
        }
      }
      if (known > known0 && !askedForAll) {
        loadNames(atlas.dataset.otherNames);
      }
    };

    const draw = () => {
      pixels.begin(colours.groundWord);
      const grown = growth() * ratio;
      const edge = 20 * ratio;
      const scale = unit * eye.zoom * ratio;
      const left = width * ratio / 2 - eye.x * scale;
      const top = height * ratio / 2 - eye.y * scale;
      const right = width * ratio + edge;
      const bottom = height * ratio + edge;
      for (let place = count - 1; place >= 0; place--) {
        const x = xs[place] * scale + left;
        const y = ys[place] * scale + top;
        if (x > -edge && x < right && y > -edge && y < bottom) {
          pixels.dot(x, y, sizes[place] * grown, colours.areas[areaOf[place] % 14]);
        }
      }
      const marked = (list, colour, size) => {
        for (let k = list.length - 1; k >= 0; k--) {
          const x = xs[list[k]] * scale + left;
          const y = ys[list[k]] * scale + top;
          if (x > -edge && x < right && y > -edge && y < bottom) {
            const radius = Math.max(size * ratio, (sizes[list[k]] + 1) * grown);
            pixels.dot(x, y, radius + 1.5 * ratio, colours.groundWord);
            pixels.dot(x, y, radius, colour);
            if (colour === colours.indigoWord) {
              pixels.dot(x, y, radius * 0.5, colours.groundWord);
            }
          }
        }
      };
      marked(best, colours.indigoWord, 4.5);
      marked(mine, colours.accentWord, 4);
      pixels.end();
      drawNames();
    };

    const drawNames = () => {
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, width, height);
      pen.lineJoin = "round";
      for (const place of [pointed, chosen]) {
        if (place >= 0) {
          pen.beginPath();
          pen.arc(screenX(xs[place]), screenY(ys[place]), sizes[place] * growth() + 5, 0, 7);
          pen.strokeStyle = place === chosen ? colours.accent : colours.ink;
          pen.lineWidth = 2.5;
          pen.stroke();
        }
      }
      pen.strokeStyle = colours.ground;
      for (const label of labels) {
        const x = screenX(label.x) + label.dx;
        const y = screenY(label.y) + label.dy;
        pen.font = label.font;
        pen.textAlign = label.middle ? "center" : "start";
        pen.lineWidth = label.middle ? 5 : 3.5;
        pen.fillStyle = colours.ink;
        pen.strokeText(label.text, x, y);
        pen.fillText(label.text, x, y);
      }
    };

    const frame = (now) => {
      waiting = false;
      if (flight) {
        const share = Math.min(1, (now - flight.begun) / flight.lasts);
        const eased = share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
        const zoom = flight.from.zoom * (flight.to.zoom / flight.from.zoom) ** eased;
        // the way is made at an even pace of the view, not of the map
        const part = flight.to.zoom === flight.from.zoom ? eased
          : (1 / flight.from.zoom - 1 / zoom) / (1 / flight.from.zoom - 1 / flight.to.zoom);
        eye = {
          x: flight.from.x + (flight.to.x - flight.from.x) * part,
          y: flight.from.y + (flight.to.y - flight.from.y) * part,
          zoom,
        };
        if (share === 1) {
          eye = flight.to;
          flight = null;
        } else {
          show();
        }
      }
      if (now - labelled > 90 || !flight) {
        labelled = now;
        chooseLabels();
      }
      draw();
    };

    const show = () => {
      if (!waiting) {
        waiting = true;
        requestAnimationFrame(frame);
      }
    };

    const fly = (to) => {
      const target = bounded(to);
      if (quietMotion.matches) {
        eye = target;
        flight = null;
      } else {
        flight = { from: eye, to: target, begun: performance.now(), lasts: 550 };
      }
      show();
    };

    const move = (to) => {
      flight = null;
      eye = bounded(to);
      show();
    };

    const zoomAt = (px, py, factor) => {
      const zoom = bounded({ ...eye, zoom: eye.zoom * factor }).zoom;
      const x = mapX(px);
      const y = mapY(py);
      move({ x: x - (px - width / 2) / (unit * zoom), y: y - (py - height / 2) / (unit * zoom), zoom });
    };

    const nearest = (px, py, reach) => {
      let found = -1;
      let least = reach * reach;
      for (let place = 0; place < count; place++) {
        const dx = screenX(xs[place]) - px;
        const dy = screenY(ys[place]) - py;
        const distance = dx * dx + dy * dy - (isMine.has(place) ? 40 : 0);
        if (distance < least) {
          least = distance;
          found = place;
        }
      }
      return found;
    };

    // names come in two parts: the best known at once, the others when somebody looks closely

    const loadNames = async (address) => {
      if (address === "") {
        return;
      }
      const later = address === atlas.dataset.otherNames;
      const from = later ? known0 : 0;
      askedForAll ||= later;
      const answer = await fetch(address);
      if (!answer.ok) {
        return;
      }
      const lines = (await answer.text()).split("\n");
      for (let k = 0, place = from; k < lines.length - 1; k++, place++) {
        const tab = lines[k].indexOf("\t");
        ids[place] = Number(lines[k].slice(0, tab));
        names[place] = lines[k].slice(tab + 1);
        placeOfId.set(ids[place], place);
      }
      show();
    };

    const placeOf = async (id) => {
      if (!placeOfId.has(id) && !askedForAll) {
        await loadNames(atlas.dataset.otherNames);
      }
      return placeOfId.get(id) ?? -1;
    };

    // the chosen title

    const card = document.getElementById("atlas-card");
    const remember = (id) => {
      const query = new URLSearchParams(atlas.dataset.query);
      if (id !== null) {
        query.set("title", id);
      }
      const text = query.toString().replaceAll("%3A", ":");
      history.replaceState(null, "", text === "" ? location.pathname : `${location.pathname}?${text}`);
    };

    const close = () => {
      chosen = -1;
      card.replaceChildren();
      remember(null);
      show();
    };

    const addClose = () => {
      const button = element("button", { type: "button", className: "remove", textContent: "×" });
      button.setAttribute("aria-label", "Close");
      button.addEventListener("click", () => {
        close();
        view.focus({ preventScroll: true });
      });
      card.firstElementChild?.prepend(button);
    };

    const choose = async (place, focus) => {
      if (ids[place] === undefined) {
        await loadNames(atlas.dataset.otherNames);
      }
      chosen = place;
      show();
      const id = ids[place];
      try {
        const answer = await fetch(`/map/titles/${id}${atlas.dataset.query}`);
        if (!answer.ok) {
          throw new Error(String(answer.status));
        }
        if (chosen !== place) {
          return; // another was chosen meanwhile
        }
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        card.replaceChildren(...page.body.childNodes);
        addClose();
        remember(id);
        said.textContent = `${names[place]} chosen`;
        if (focus) {
          card.querySelector("h2 a").focus({ preventScroll: true });
        }
      } catch (failed) {
        said.textContent = "The server does not answer; try again";
      }
    };

    // where the card lies over the lower part of the map, the title stands in the upper one
    const above = (place, zoom) => ({
      x: xs[place],
      y: ys[place] + (covered.matches ? 0.24 * height / (unit * zoom) : 0),
      zoom,
    });
    const goTo = (place, zoom = Math.max(eye.zoom, 7 * whole.zoom)) => fly(above(place, zoom));

    // moving about: pointers, wheel, keys

    const pointers = new Map();
    let pressed = null;
    const at = (event) => {
      const frameBox = view.getBoundingClientRect();
      return { x: event.clientX - frameBox.left, y: event.clientY - frameBox.top };
    };
    const grip = () => {
      const all = [...pointers.values()];
      const x = all.reduce((sum, each) => sum + each.x, 0) / all.length;
      const y = all.reduce((sum, each) => sum + each.y, 0) / all.length;
      const spread = all.length < 2 ? 0 : Math.hypot(all[0].x - all[1].x, all[0].y - all[1].y);
      return { x, y, spread, fingers: all.length };
    };

    view.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || event.target.closest("button")) {
        return;
      }
      view.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, at(event));
      pressed = pointers.size === 1 ? { ...at(event), moved: false } : null;
    });
    view.addEventListener("pointermove", (event) => {
      if (!pointers.has(event.pointerId)) {
        if (event.pointerType === "mouse") {
          const { x, y } = at(event);
          const found = nearest(x, y, REACH_PX);
          if (found !== pointed) {
            pointed = found;
            view.classList.toggle("pointing", found >= 0);
            if (found >= 0 && names[found] === undefined) {
              loadNames(atlas.dataset.otherNames);
            }
            show();
          }
        }
        return;
      }
      const before = grip();
      pointers.set(event.pointerId, at(event));
      const now = grip();
      if (pressed && Math.hypot(now.x - pressed.x, now.y - pressed.y) > 6) {
        pressed.moved = true;
      }
      if (before.fingers === now.fingers && (!pressed || pressed.moved)) {
        const factor = before.spread > 0 && now.spread > 0 ? now.spread / before.spread : 1;
        move({
          x: eye.x - (now.x - before.x) / (unit * eye.zoom),
          y: eye.y - (now.y - before.y) / (unit * eye.zoom),
          zoom: eye.zoom,
        });
        if (factor !== 1) {
          zoomAt(now.x, now.y, factor);
        }
      }
    });
    const release = (event) => {
      pointers.delete(event.pointerId);
      if (pressed && !pressed.moved && event.type === "pointerup") {
        const found = nearest(pressed.x, pressed.y, event.pointerType === "touch" ? 24 : REACH_PX);
        if (found >= 0) {
          choose(found, false);
        } else if (chosen >= 0) {
          close();
        }
      }
      pressed = null;
    };
    view.addEventListener("pointerup", release);
    view.addEventListener("pointercancel", release);
    view.addEventListener("pointerleave", () => {
      if (pointed >= 0) {
        pointed = -1;
        show();
      }
    });
    view.addEventListener("wheel", (event) => {
      event.preventDefault();
      const { x, y } = at(event);
      const lines = event.deltaMode === 1 ? 16 : 1;
      zoomAt(x, y, Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002)));
    }, { passive: false });
    view.addEventListener("dblclick", (event) => {
      const { x, y } = at(event);
      fly({ x: mapX(x), y: mapY(y), zoom: eye.zoom * 2 });
    });

    const tell = () => {
      const place = nearest(width / 2, height / 2, width);
      const area = areas.few.filter((each) => each.words.length > 0).reduce((closest, each) => {
        const distance = Math.hypot(each.x - eye.x, each.y - eye.y);
        return distance < closest.distance ? { distance, each } : closest;
      }, { distance: Infinity, each: null }).each;
      said.textContent = [area && `In ${area.words.join(", ")}`, place >= 0 && names[place] && `middle: ${names[place]}`]
        .filter(Boolean).join("; ");
    };
    let telling = 0;
    view.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      const goal = flight ? flight.to : eye;
      const far = (event.shiftKey ? 0.6 : 0.2) * Math.min(width, height) / (unit * goal.zoom);
      const ways = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] };
      if (ways[event.key]) {
        const [dx, dy] = ways[event.key];
        fly({ x: goal.x + dx, y: goal.y + dy, zoom: goal.zoom });
      } else if (event.key === "+" || event.key === "=") {
        fly({ ...goal, zoom: goal.zoom * 1.6 });
      } else if (event.key === "-" || event.key === "_") {
        fly({ ...goal, zoom: goal.zoom / 1.6 });
      } else if (event.key === "0" || event.key === "Home") {
        fly(whole);
      } else if (event.key === "Enter" && event.target === view) {
        const place = nearest(width / 2, height / 2, width);
        if (place >= 0) {
          choose(place, true);
        }
      } else if (event.key === "Escape" && chosen >= 0) {
        close();
      } else {
        return;
      }
      event.preventDefault();
      clearTimeout(telling);
      telling = setTimeout(tell, 700);
    });

    const tool = (text, label, deed) => {
      const button = element("button", { type: "button", className: "quiet", textContent: text });
      button.setAttribute("aria-label", label);
      button.title = label;
      button.addEventListener("click", deed);
      tools.append(button);
    };
    const target = () => (flight ? flight.to : eye);
    tool("+", "Zoom in", () => fly({ ...target(), zoom: target().zoom * 1.8 }));
    tool("−", "Zoom out", () => fly({ ...target(), zoom: target().zoom / 1.8 }));
    tool("⤢", "Show the whole map", () => fly(whole));
    if (atlas.dataset.home !== "") {
      const home = Number(atlas.dataset.home);
      tool("◎", "Where you are", () => fly({ x: xs[home], y: ys[home], zoom: 3 * whole.zoom }));
    }
    // the search: what is found is a list of links, each of which leads to its place

    const field = document.getElementById("atlas-q");
    const hits = document.getElementById("atlas-hits");
    const status = document.getElementById("atlas-status");
    let request = null;
    let timer = 0;

    const search = async () => {
      const query = field.value.trim();
      request?.abort();
      if (query === "") {
        hits.replaceChildren();
        status.textContent = "";
        return;
      }
      request = new AbortController();
      try {
        const answer = await fetch(`/api/v1/search?n=8&q=${encodeURIComponent(query)}`, { signal: request.signal });
        if (!answer.ok) {
          throw new Error(String(answer.status));
        }
        const found = [];
        for (const title of (await answer.json()).titles) {
          const place = await placeOf(title.itemId);
          if (place >= 0) {
            const link = element("a", { href: `/map?title=${title.itemId}`, textContent: names[place] });
            link.dataset.place = String(place);
            found.push(element("li", {}, link, element("small", {
              textContent: [title.type, title.year].filter(Boolean).join(" · "),
            })));
          }
        }
        hits.replaceChildren(...found);
        status.textContent = found.length === 0 ? "No title found"
          : found.length === 1 ? "1 title found" : `${found.length} titles found`;
      } catch (failed) {
        if (failed.name !== "AbortError") {
          status.textContent = "The search does not answer; press the Find button";
        }
      }
    };

    const found = (place) => {
      goTo(place);
      choose(place, false);
    };
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(search, 120);
    });
    field.form.addEventListener("submit", async (event) => {
      event.preventDefault();
      clearTimeout(timer);
      await search();
      const first = hits.querySelector("a");
      if (first) {
        found(Number(first.dataset.place));
      }
    });
    hits.addEventListener("click", async (event) => {
      const link = event.target.closest("a");
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        const place = link.dataset.place === undefined
          ? await placeOf(Number(new URL(link.href).searchParams.get("title"))) : Number(link.dataset.place);
        if (place >= 0) {
          found(place);
        }
      }
    });

    const fit = () => {
      width = view.clientWidth;
      height = view.clientHeight;
      ratio = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
      unit = Math.min(width, height) / 2;
      const atWhole = eye === whole;
      whole = count < 2 ? whole : bounded(wholeView());
      eye = atWhole ? whole : eye;
      for (const canvas of [base, over]) {
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
      }
      chooseLabels();
      draw(); // at once: a canvas of another size is empty
    };

    readColours();
    fit();
    new ResizeObserver(fit).observe(view);
    dark.addEventListener("change", () => {
      readColours();
      show();
    });
    if (chosen >= 0) {
      addClose();
      eye = bounded(above(chosen, 5 * whole.zoom));
    }
    await loadNames(atlas.dataset.firstNames);
    if (chosen >= 0 && names[chosen] === undefined) {
      await loadNames(atlas.dataset.otherNames);
    }
    atlas.dataset.shown = String(count);
  };

  if (atlas && holder) {
    start().catch(() => {
      holder.replaceChildren(element("p", { className: "notice", textContent: "The map could not be loaded; try again." }));
    });
  }
}
