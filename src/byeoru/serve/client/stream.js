// One event stream for any number of tabs.
//
// One tab is the leader: it holds a lock and the stream, and broadcasts the messages. When it is closed, the lock is
// released and another tab becomes the leader. Without locks (they need https or localhost) each tab has its own stream,
// but only while it is visible, because a browser opens at most six connections to a server.

const RETRY_DELAYS = [100, 300, 1000, 2000, 5000]; // milliseconds

// Call *onMessage* with each message, and *onConnection* with whether the server responds.
export function listen(address, onMessage, onConnection) {
  let source, timer, failures = 0, last;
  const channel = "BroadcastChannel" in self ? new BroadcastChannel("byeoru") : { postMessage() {} };
  const canLead = Boolean(navigator.locks && "BroadcastChannel" in self);

  function open() {
    clearTimeout(timer);
    source = new EventSource(address);
    for (const kind of ["hello", "build"]) source.addEventListener(kind, (event) => {
      failures = 0;
      const message = JSON.parse(event.data);
      last = { ...message, changed: null }; // for a tab that opens later and does not know the previous build
      broadcast({ message: kind === "build" ? message : last, isConnected: true });
    });
    source.onerror = () => {
      close();
      broadcast({ isConnected: false });
      timer = setTimeout(open, RETRY_DELAYS[Math.min(failures++, RETRY_DELAYS.length - 1)]);
    };
  }

  function close() {
    source?.close();
    source = undefined;
  }

  function broadcast(update) {
    if (canLead) channel.postMessage(update);
    handle(update);
  }

  function handle({ message, isConnected }) {
    onConnection(isConnected);
    if (message) onMessage(message);
  }

  function reconnect() { // at once, without waiting for the end of a retry delay
    if (timer && !source) open();
  }

  channel.onmessage = ({ data }) => {
    if (!data.isQuery) return handle(data);
    reconnect();
    if (source && last) channel.postMessage({ message: last, isConnected: true });
  };
  addEventListener("online", reconnect);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      if (!canLead) {
        clearTimeout(timer);
        close();
      }
    } else if (canLead) {
      reconnect();
      channel.postMessage({ isQuery: true });
    } else if (!source) open();
  });
  addEventListener("pageshow", (event) => event.persisted && channel.postMessage({ isQuery: true }));
  if (!canLead) return document.hidden || open();
  channel.postMessage({ isQuery: true }); // the leader sends the last message
  navigator.locks.request("byeoru", () => new Promise(() => open()));
}
