/* hanji: what is pleasant to have. Every page is complete without this file. */
(function () {
  "use strict";
  var root = document.documentElement;
  var words = document.currentScript.dataset;
  var dark = matchMedia("(prefers-color-scheme: dark)");

  /* Light and dark. A choice that agrees with the system is forgotten, so that the page follows the system again. */
  var toggle = document.querySelector(".theme-toggle");
  if (toggle) {
    toggle.addEventListener("click", function () {
      var system = dark.matches ? "dark" : "light";
      var next = (root.dataset.theme || system) === "dark" ? "light" : "dark";
      if (next === system) delete root.dataset.theme;
      else root.dataset.theme = next;
      try {
        if (next === system) localStorage.removeItem("theme");
        else localStorage.setItem("theme", next);
      } catch (refused) { /* private windows: the choice lasts for this page */ }
    });
  }

  /* A copy button for each block of code. */
  document.querySelectorAll(".highlight").forEach(function (block) {
    var code = block.querySelector("pre");
    if (!code || !navigator.clipboard) return;
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.addEventListener("click", function () {
      var copy = code.cloneNode(true);
      copy.querySelectorAll(".gp").forEach(function (prompt) { prompt.remove(); });
      navigator.clipboard.writeText(copy.textContent.replace(/\n$/, "")).then(
        function () { say(words.copied); },
        function () { say(words.failed); }
      );
    });
    function say(word) {
      button.textContent = word;
      setTimeout(function () { button.textContent = words.copy; }, 1600);
    }
    button.setAttribute("aria-live", "polite");
    block.append(button);
  });

  /* Films and gists: the other site hears of the reader only when the button is pressed. */
  document.querySelectorAll(".embed").forEach(function (place) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = words.show;
    button.addEventListener("click", function () {
      var frame = document.createElement("iframe");
      frame.src = place.dataset.source;
      frame.title = place.textContent;
      frame.allow = "fullscreen";
      frame.referrerPolicy = "strict-origin-when-cross-origin";
      place.replaceWith(frame);
    });
    place.prepend(button);
  });

  /* Whatever scrolls sideways can be scrolled by keyboard. */
  document.querySelectorAll(".prose pre, .prose .table").forEach(function (wide) {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  });

  /* The list of contents is open where it stands beside the text, and shows where the reader is. */
  var toc = document.querySelector(".toc");
  if (!toc) return;
  var beside = matchMedia("(min-width: 80em)");
  function unfold() { toc.open = beside.matches; }
  unfold();
  beside.addEventListener("change", unfold);

  var links = Array.from(toc.querySelectorAll("a"));
  var headings = links.map(function (link) {
    return document.getElementById(decodeURIComponent(link.hash.slice(1)));
  });
  var waiting = false;
  function mark() {
    waiting = false;
    var now = 0;
    headings.forEach(function (heading, i) {
      if (heading && heading.getBoundingClientRect().top < 120) now = i;
    });
    links.forEach(function (link, i) {
      if (i === now) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }
  addEventListener("scroll", function () {
    if (!waiting && beside.matches) waiting = !!requestAnimationFrame(mark);
  }, { passive: true });
  mark();
})();
