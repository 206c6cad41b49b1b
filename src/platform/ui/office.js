// Shortcuts on top of pages that work without any script: `/` goes to the search field, Escape closes the drawer.
// Alt+1 … Alt+9 open the tabs of a page that has tabs; arrow keys walk along them.
// A key pressed while text is being composed (Telex, VNI) or typed is never taken.
document.addEventListener('keydown', (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  const tabs = [...document.querySelectorAll('nav.views a')];
  if (event.altKey) {
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
    const tab = digit ? tabs[digit - 1] : undefined;
    if (tab) {
      event.preventDefault();
      tab.click();
    }
    return;
  }
  const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -tabs.length, End: tabs.length };
  if (event.key in steps && tabs.includes(document.activeElement)) {
    event.preventDefault();
    const to = tabs.indexOf(document.activeElement) + steps[event.key];
    tabs[Math.max(0, Math.min(tabs.length - 1, to))].focus();
    return;
  }
  const at = document.activeElement;
  const isTyping = at?.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]');
  if (event.key === '/' && !isTyping) {
    event.preventDefault();
    document.querySelector('[data-key="/"]')?.focus();
  }
  if (event.key === 'Escape') {
    const open = document.querySelector('details.menu[open], details.account[open]');
    if (open) open.removeAttribute('open');
    else if (!isTyping) document.querySelector('[data-key="Escape"]')?.click();
  }
});
