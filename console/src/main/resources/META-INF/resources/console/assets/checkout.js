// While a payer waits, the page follows the checkout by itself. Without scripts it reloads.
(() => {
  const live = document.querySelector('[data-stream]');
  const refresh = async () => {
    const answer = await fetch(live.dataset.state, { headers: { 'HX-Request': 'true' } });
    if (!answer.ok) { return; }
    const part = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#state');
    const now = document.getElementById('state');
    if (part && now && part.dataset.version !== now.dataset.version) {
      now.replaceWith(part);
      document.title = part.dataset.title;
    }
  };
  let left = false;
  window.addEventListener('pagehide', () => { left = true; });
  // A browser ends a stream for good when it is answered with an error, as while a service restarts.
  const follow = () => {
    const source = new EventSource(live.dataset.stream);
    // The first message names the state that the page shows already.
    source.onmessage = event => {
      if (event.lastEventId !== document.getElementById('state').dataset.version) { refresh(); }
    };
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED || left || 'over' in document.getElementById('state').dataset) { return; }
      setTimeout(() => { refresh().catch(() => {}).then(follow); }, 3000 + 2000 * Math.random());
    };
    window.addEventListener('pagehide', () => source.close());
  };
  if (live && window.EventSource) { follow(); }
  // It takes longer than usual.
  setTimeout(() => {
    const late = document.querySelector('.late');
    if (late) { late.hidden = false; }
  }, 10000);
  document.addEventListener('click', event => {
    if (event.target.closest('[data-print]')) { window.print(); }
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      navigator.clipboard.writeText(copy.dataset.copy);
      copy.classList.add('is-copied');
    }
  });
  // A page that comes back by the back button is old.
  window.addEventListener('pageshow', event => { if (event.persisted) { location.reload(); } });
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    if (event.submitter) { event.submitter.setAttribute('aria-busy', 'true'); }
  });
})();
