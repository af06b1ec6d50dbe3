// One stream of builds for any number of tabs.
//
// One tab leads: it holds a lock and the stream, and passes on what it hears. With the tab goes the lock, and another
// leads. Where there are no locks (they need https or localhost) each tab has a stream, and only while it is seen: a
// browser opens six connections to one server.

const PAUSES = [100, 300, 1000, 2000, 5000]; // milliseconds

// Call *hear* with each message, and *sign* with whether the server is there.
export function listen(address, hear, sign) {
  let source, timer, failures = 0, last;
  const channel = "BroadcastChannel" in self ? new BroadcastChannel("byeoru") : { postMessage() {} };
  const canLead = Boolean(navigator.locks && "BroadcastChannel" in self);

  function open() {
    clearTimeout(timer);
    source = new EventSource(address);
    for (const kind of ["hello", "build"]) source.addEventListener(kind, (event) => {
      failures = 0;
      const message = JSON.parse(event.data);
      last = { ...message, changed: null }; // for one who comes late, and does not know what came before
      tell({ message: kind === "build" ? message : last, isHere: true });
    });
    source.onerror = () => {
      close();
      tell({ isHere: false });
      timer = setTimeout(open, PAUSES[Math.min(failures++, PAUSES.length - 1)]);
    };
  }

  function close() {
    source?.close();
    source = undefined;
  }

  function tell(news) {
    if (canLead) channel.postMessage(news);
    take(news);
  }

  function take({ message, isHere }) {
    sign(isHere);
    if (message) hear(message);
  }

  function wake() { // after sleep nobody waits for the end of a pause
    if (timer && !source) open();
  }

  channel.onmessage = ({ data }) => {
    if (!data.asks) return take(data);
    wake();
    if (source && last) channel.postMessage({ message: last, isHere: true });
  };
  addEventListener("online", wake);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      if (!canLead) {
        clearTimeout(timer);
        close();
      }
    } else if (canLead) {
      wake();
      channel.postMessage({ asks: true });
    } else if (!source) open();
  });
  addEventListener("pageshow", (event) => event.persisted && channel.postMessage({ asks: true }));
  if (!canLead) return document.hidden || open();
  channel.postMessage({ asks: true });
  navigator.locks.request("byeoru", () => new Promise(() => open()));
}
