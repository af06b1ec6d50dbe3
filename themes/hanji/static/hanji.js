/* hanji: what is pleasant to have. Every page is complete without this file. */
(function () {
  "use strict";
  var root = document.documentElement;
  var words = document.currentScript.dataset;
  var dark = matchMedia("(prefers-color-scheme: dark)");

  /* Light and dark. A choice that agrees with the system is forgotten, so that the page follows the system again. */
  function theme() { return root.dataset.theme || (dark.matches ? "dark" : "light"); }
  var toggle = document.querySelector(".theme-toggle");
  if (toggle) {
    toggle.addEventListener("click", function () {
      var system = dark.matches ? "dark" : "light";
      var next = theme() === "dark" ? "light" : "dark";
      if (next === system) delete root.dataset.theme;
      else root.dataset.theme = next;
      tell();
      try {
        if (next === system) localStorage.removeItem("theme");
        else localStorage.setItem("theme", next);
      } catch (refused) { /* private windows: the choice lasts for this page */ }
    });
  }

  /* Search. Its modules and the root of the index come when it is first opened, all at once. */
  var modules = ["search", "engine"];
  var folder = document.currentScript.src.replace("hanji.js", "search/");
  var form = document.querySelector(".search-form");
  var box = form && form.parentNode;
  var opener = document.querySelector(".search-opener");
  function add(name, values) { document.head.append(Object.assign(document.createElement(name), values)); }
  function bring() {
    if (form.dataset.brought) return;
    form.dataset.brought = "true";
    var list = box.querySelector("[role=listbox]");
    list.ariaBusy = true;
    add("link", { rel: "preload", as: "fetch", crossOrigin: "", href: form.dataset.index });
    modules.forEach(function (name) { add("link", { rel: "modulepreload", href: folder + name + ".js" }); });
    add("script", { type: "module", src: folder + "search.js", onerror: function () {
      delete form.dataset.brought;
      list.ariaBusy = false;
      box.querySelector(".search-state").textContent = form.dataset.offline;
    } });
  }
  /* A phone's keyboard covers the lower half of the window: the dialog keeps to the rest. */
  function fit() {
    box.style.setProperty("--room", visualViewport.height + "px");
    box.style.setProperty("--top", visualViewport.offsetTop + "px");
  }
  function openSearch() {
    if (box.showModal && !box.open) {
      fit();
      visualViewport.onresize = visualViewport.onscroll = fit;
      box.showModal();
    }
    form.elements.q.select();
    bring();
  }
  /* Beside the dialog, also when a selection that began inside ends there. */
  var isPressedBeside = false;
  function isBeside(event) {
    var edge = box.getBoundingClientRect();
    var isInside = event.clientX > edge.left && event.clientX < edge.right && event.clientY > edge.top && event.clientY < edge.bottom;
    return box.showModal && event.target === box && !isInside;
  }
  if (box) {
    if (opener) opener.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; /* the page of the search in a tab of its own */
      event.preventDefault();
      opener.focus();
      openSearch();
    });
    addEventListener("keydown", function (event) {
      var isTyping = event.target.closest("input, textarea, select, [contenteditable]");
      var isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping;
      var isK = (event.ctrlKey || event.metaKey) && (event.key === "k" || event.code === "KeyK"); /* `ㅏ` while Hangul is typed */
      if (!isSlash && !isK) return;
      event.preventDefault();
      openSearch();
    });
    box.addEventListener("mousedown", function (event) { isPressedBeside = isBeside(event); });
    box.addEventListener("click", function (event) { if (isPressedBeside && isBeside(event)) box.close(); });
    box.addEventListener("input", bring); /* again, if there was no network */
    if (!box.showModal) bring();
  }

  /* What a link leads to is shown for a mouse and for the keyboard; its module comes with the first of their moves. */
  function bringPopovers() {
    removeEventListener("pointermove", bringPopovers);
    removeEventListener("keydown", bringPopovers);
    add("script", { type: "module", src: words.popovers });
  }
  if (words.popovers && matchMedia("(hover: hover)").matches) {
    addEventListener("pointermove", bringPopovers);
    addEventListener("keydown", bringPopovers);
  }

  /* A copy button for each block of code. */
  function addCopyButtons() {
    document.querySelectorAll(".highlight").forEach(function (block) {
      if (!navigator.clipboard || !block.querySelector("pre") || block.querySelector(".copy")) return;
      var button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = words.copy;
      button.addEventListener("click", function () {
        var copy = block.querySelector("pre").cloneNode(true);
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
  }

  /* Films and gists: the other site hears of the reader only when the button is pressed. */
  function addShowButtons() {
    document.querySelectorAll(".embed[data-source]").forEach(function (place) {
      if (place.querySelector("button")) return;
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
  }

  /* Comments: their service hears of the reader when they come near. Its link stays until its frame has answered. */
  var services = {
    giscus: {
      origin: "https://giscus.app", prefix: "data-", themes: "",
      message: function (name) { return { giscus: { setConfig: { theme: name } } }; }
    },
    utterances: {
      origin: "https://utteranc.es", prefix: "", themes: "github-",
      message: function (name) { return { type: "set-theme", theme: name }; }
    }
  };
  var comments = document.querySelector(".comments[data-provider]");
  var service = comments && services[comments.dataset.provider];
  function tell() {
    var frame = service && comments.querySelector("iframe");
    if (frame) frame.contentWindow.postMessage(service.message(service.themes + theme()), service.origin);
  }
  function load() {
    var script = document.createElement("script");
    Array.from(comments.attributes).forEach(function (given) {
      if (/^data-(?!provider$)/.test(given.name)) script.setAttribute(service.prefix + given.name.slice(5), given.value);
    });
    script.setAttribute(service.prefix + "theme", service.themes + theme());
    script.crossOrigin = "anonymous";
    script.src = service.origin + "/client.js";
    comments.append(script);
  }
  if (service) {
    new IntersectionObserver(function (seen, observer) {
      if (!seen.some(function (entry) { return entry.isIntersecting; })) return;
      observer.disconnect();
      load();
    }, { rootMargin: "300px" }).observe(comments);
    addEventListener("message", function (event) {
      var link = comments.querySelector("p");
      if (event.origin !== service.origin || link.hidden) return;
      link.hidden = true;
      tell(); /* the theme may have changed while the frame was on its way */
    });
    dark.addEventListener("change", tell);
  }

  /* Readers are counted, and counts shown, unless they ask not to be, and only at the site's own address. */
  function host(name) { return name.replace(/^www\./, ""); }
  var own = document.querySelector("link[rel=canonical]");
  var isPreview = /^$|(^|\.)localhost$|^127\.|^\[::1\]$/.test(location.hostname) ||
    own && host(new URL(own.href).hostname) !== host(location.hostname);
  if (!isPreview && !navigator.globalPrivacyControl && navigator.doNotTrack !== "1") {
    var counter = document.querySelector("template#counter");
    if (counter) counter.replaceWith(counter.content);
    document.querySelectorAll(".views").forEach(function (place) {
      fetch(place.dataset.counter + encodeURIComponent(place.dataset.path) + ".json").then(function (answer) {
        return answer.ok ? answer.json() : { count: "" };
      }).then(function (found) {
        var count = String(found.count).replace(/\D/g, ""); /* it comes with spaces between the thousands */
        place.textContent = place.dataset.words.replace("{n}", Number(count).toLocaleString(root.lang));
        place.hidden = !count;
      }).catch(function () { /* blocked: nothing is shown */ });
    });
  }

  /* Whatever scrolls sideways can be scrolled by keyboard. */
  function addStops() {
    document.querySelectorAll(".prose pre, .prose .table, .prose math[display=block]").forEach(function (wide) {
      if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
    });
  }

  /* The list of contents is open where it stands beside the text, and shows where the reader is. */
  var beside = matchMedia("(min-width: 80em)");
  var toc, links, headings;
  function unfold() { if (toc) toc.open = beside.matches; }
  function readContents() {
    var found = document.querySelector(".toc");
    links = found ? Array.from(found.querySelectorAll("a")) : [];
    headings = links.map(function (link) {
      return document.getElementById(decodeURIComponent(link.hash.slice(1)));
    });
    if (found !== toc) {
      toc = found;
      unfold();
    }
    mark();
  }
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
  beside.addEventListener("change", unfold);
  addEventListener("scroll", function () {
    if (!waiting && toc && beside.matches) waiting = !!requestAnimationFrame(mark);
  }, { passive: true });

  /* Once for the page, and again for each change of it that the preview shows. */
  function furnish() {
    addCopyButtons();
    addShowButtons();
    addStops();
    readContents();
  }
  furnish();
  document.addEventListener("byeoru:morph", furnish);
})();
