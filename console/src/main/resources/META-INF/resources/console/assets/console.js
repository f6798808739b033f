// What pages do beyond plain HTML. Every page works without it.
(() => {
  const announce = text => {
    const region = document.getElementById('announcements');
    if (region) { region.textContent = text; }
  };

  document.addEventListener('click', async event => {
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      await navigator.clipboard.writeText(copy.dataset.copy);
      announce(copy.dataset.copied);
      copy.classList.add('is-copied');
      setTimeout(() => copy.classList.remove('is-copied'), 1500);
    }
    const show = event.target.closest('[data-show]');
    if (show) {
      const field = document.getElementById(show.dataset.show);
      const hidden = field.type === 'password';
      field.type = hidden ? 'text' : 'password';
      show.setAttribute('aria-pressed', String(hidden));
    }
    const fill = event.target.closest('[data-fill-key]');
    if (fill) {
      document.getElementById('key').value = fill.dataset.fillKey;
      document.getElementById('cid').value = fill.dataset.fillCid;
      document.querySelector('input[name="kind"][value="SECRET_KEY"]').checked = true;
    }
    const close = event.target.closest('[data-close]');
    if (close) { close.closest('dialog').close(); }
  });

  // A page that a form brought is left behind as the form itself: whoever goes back is not asked to send it again.
  const brought = document.querySelector('[data-address]');
  if (brought) { history.replaceState(null, '', brought.dataset.address); }

  // A form is sent once; its button says so until the answer comes.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (form.method === 'post') {
      form.dataset.sent = 'yes';
      const button = event.submitter;
      if (button) { button.setAttribute('aria-disabled', 'true'); button.setAttribute('aria-busy', 'true'); }
    }
  });
  const again = scope => scope.querySelectorAll('form[data-sent]').forEach(form => {
    delete form.dataset.sent;
    form.querySelectorAll('[aria-busy]').forEach(button => {
      button.removeAttribute('aria-disabled'); button.removeAttribute('aria-busy');
    });
  });
  window.addEventListener('pageshow', () => again(document));
  document.addEventListener('htmx:afterRequest', () => again(document));

  // Saved as soon as it is changed; without scripts there is a button.
  document.addEventListener('change', event => {
    if (event.target.closest('[data-saves]')) { event.target.form.requestSubmit(); }
  });

  // Whoever types an amount wants that amount.
  document.addEventListener('input', event => {
    const choice = document.getElementById(event.target.dataset.chooses);
    if (choice && event.target.value) { choice.checked = true; }
  });

  // Numbers are not asked for while nobody looks.
  document.addEventListener('htmx:beforeRequest', event => {
    if (document.hidden && event.target.closest('[data-while-visible]')) { event.preventDefault(); }
  });

  // A part that was replaced may be what the tab and the navigation speak of.
  let state = document.querySelector('[data-state]')?.dataset.state;
  document.addEventListener('htmx:afterSettle', () => {
    const live = document.querySelector('[data-state]');
    if (!live || live.dataset.state === state) { return; }
    state = live.dataset.state;
    if (live.dataset.title) { document.title = live.dataset.title; }
    const badges = document.querySelector('[data-badges]');
    if (badges) { htmx.trigger(badges, 'moved'); }
  });

  // After a part was replaced, the focus is where the answer is.
  document.addEventListener('htmx:afterSwap', event => {
    const goal = event.detail.target.querySelector('[data-focus]');
    if (goal) { goal.focus(); }
    const said = event.detail.target.querySelector('[data-announce]');
    if (said) { announce(said.dataset.announce); }
  });

  // Signed out meanwhile: what was typed stays.
  document.addEventListener('htmx:responseError', event => {
    if (event.detail.xhr.status === 499) {
      const dialog = document.getElementById('signed-out');
      if (dialog) { dialog.showModal(); }
    }
  });
})();
