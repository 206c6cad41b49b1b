// Forms with a passkey: shown only where the browser can make or use one, so that pages work without any script.
// The server's options are in the form; what the browser answers goes into it and the form is sent as any other.
for (const form of document.querySelectorAll('form[data-passkey]')) {
  const { passkey: act, options } = form.dataset;
  const read =
    globalThis.PublicKeyCredential?.[act === 'create' ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON'];
  if (!read) continue;
  const said = form.querySelector('[data-cancelled]');
  for (const part of document.querySelectorAll('[data-with-passkey]')) part.hidden = false;
  for (const part of document.querySelectorAll('[data-without-passkey]')) part.hidden = true;
  form.addEventListener('submit', async (event) => {
    if (form.elements.answer.value) return;
    event.preventDefault();
    said.hidden = true;
    try {
      const publicKey = read.call(PublicKeyCredential, JSON.parse(options));
      const credential = await navigator.credentials[act]({ publicKey });
      form.elements.answer.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      said.hidden = false;
    }
  });
}
