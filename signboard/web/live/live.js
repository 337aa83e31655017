// Draws the board: one picture pixel per LED, enlarged without smoothing by whole device pixels, under one mask of round
// holes, so that every LED looks the same at every place.
const canvas = document.getElementById("board");
const stand = document.getElementById("stand");
const ink = canvas.getContext("2d");
const UNLIT = [38, 34, 34], AMBER = [255, 160, 20], BOARD = "#101012";
const KEPT_LINES = 300;
let board = null, dots = null, mask = null, planes = null, socket = null;

function bytes(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function dotSize() {
  const room = (stand.clientWidth - 28) * devicePixelRatio;
  return Math.max(1, Math.min(24, Math.floor(room / board.width)));
}

function layOut() {
  const dot = dotSize();
  canvas.width = board.width * dot;
  canvas.height = board.height * dot;
  canvas.style.width = `${canvas.width / devicePixelRatio}px`;
  canvas.style.height = `${canvas.height / devicePixelRatio}px`;
  dots = new OffscreenCanvas(board.width, board.height);
  mask = new OffscreenCanvas(canvas.width, canvas.height);
  const pen = mask.getContext("2d");
  pen.fillStyle = BOARD;
  pen.fillRect(0, 0, mask.width, mask.height);
  if (dot >= 3) {
    pen.globalCompositeOperation = "destination-out";
    pen.beginPath();
    for (let y = 0; y < board.height; y++) {
      for (let x = 0; x < board.width; x++) {
        pen.moveTo((x + 0.9) * dot, (y + 0.5) * dot);
        pen.arc((x + 0.5) * dot, (y + 0.5) * dot, dot * 0.4, 0, 7);
      }
    }
    pen.fill();
  } else {
    pen.clearRect(0, 0, mask.width, mask.height);
  }
  draw();
}

function colour(x, y) {
  const stride = Math.ceil(board.height / 8);
  const lit = planes.map((plane) => plane[x * stride + (y >> 3)] >> (y & 7) & 1);
  if (!lit.some(Boolean)) return UNLIT;
  return planes.length === 1 ? AMBER : [lit[0] * 255, lit[1] * 255, (lit[2] || 0) * 255];
}

function draw() {
  if (!planes || !dots) return;
  const picture = new ImageData(board.width, board.height);
  for (let y = 0, at = 0; y < board.height; y++) {
    for (let x = 0; x < board.width; x++, at += 4) {
      const [red, green, blue] = colour(x, y);
      picture.data[at] = red;
      picture.data[at + 1] = green;
      picture.data[at + 2] = blue;
      picture.data[at + 3] = 255;
    }
  }
  dots.getContext("2d").putImageData(picture, 0, 0);
  ink.imageSmoothingEnabled = false;
  ink.drawImage(dots, 0, 0, canvas.width, canvas.height);
  ink.drawImage(mask, 0, 0);
}

function showLines(lines) {
  if (document.getElementById("hold").checked) return;
  const list = document.getElementById("trace");
  for (const { kind, line } of lines) {
    const entry = document.createElement("li");
    entry.textContent = line;
    entry.className = kind;
    list.append(entry);
  }
  while (list.childElementCount > KEPT_LINES) list.firstElementChild.remove();
  list.scrollTop = list.scrollHeight;
}

function take(told) {
  if (told.board) {
    board = told.board;
    document.getElementById("facts").textContent =
      `${board.url} · ${board.protocol} · ${board.width}×${board.height} · ${board.colour}`;
    layOut();
  }
  if (told.planes) {
    planes = told.planes.map(bytes);
    document.getElementById("digest").textContent = told.digest;
    draw();
  }
  if (told.counts) {
    document.getElementById("pictures").textContent = told.counts.picture;
    document.getElementById("commands").textContent = told.counts.command;
    document.getElementById("noise").textContent = told.counts.fault + told.counts.injected;
  }
  if (told.lines) showLines(told.lines);
  if (told.said !== undefined) {
    document.getElementById("said").textContent = told.said || document.body.dataset.done;
  }
}

function showAge(old) {
  // A picture that nobody renews must not look alive.
  stand.classList.toggle("old", old);
  document.getElementById("lost").hidden = !old;
}

function connect() {
  const address = new URL("live", location.href);
  address.protocol = "ws:";
  socket = new WebSocket(address);
  socket.addEventListener("open", () => showAge(false));
  socket.addEventListener("message", (message) => take(JSON.parse(message.data)));
  socket.addEventListener("close", () => {
    showAge(true);
    setTimeout(connect, 1000);
  });
}

function order(words) {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ order: words }));
}

for (const button of document.querySelectorAll("[data-order]")) {
  button.addEventListener("click", () => order(button.dataset.order));
}
document.getElementById("faults").addEventListener("submit", (event) => {
  event.preventDefault();
  order(`faults ${document.getElementById("words").value}`.trim());
});
addEventListener("resize", () => board && layOut());
connect();
