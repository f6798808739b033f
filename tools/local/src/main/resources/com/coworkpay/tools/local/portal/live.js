// Brings what is marked data-live up to date. A part in which somebody is at work stays as it is. It ends when nothing
// moves any more, or after ten minutes; the page without scripts refreshes itself.
'use strict';
const until = Date.now() + 10 * 60 * 1000;
let moving = true;

async function look() {
  if (!document.hidden) {
    try {
      const answer = await fetch(location.href, {cache: 'no-store'});
      if (answer.ok) {
        show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      }
    } catch {
      // Away for now: asked again.
    }
  }
  if (moving && Date.now() < until) {
    setTimeout(look, 2000);
  }
}

function show(fresh) {
  moving = fresh.querySelector('script[src="/portal/live.js"]') !== null;
  for (const part of document.querySelectorAll('[data-live]')) {
    const now = fresh.getElementById(part.id);
    if (now && now.innerHTML !== part.innerHTML && !part.contains(document.activeElement) && !part.querySelector('details[open]')) {
      part.replaceChildren(...now.childNodes);
    }
  }
}

setTimeout(look, 1500);
