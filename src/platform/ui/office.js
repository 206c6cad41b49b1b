// Shortcuts on top of pages that work without any script: `/` goes to the search field, Escape closes the drawer.
// A key pressed while text is being composed (Telex, VNI) or typed is never taken.
document.addEventListener('keydown', (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
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
