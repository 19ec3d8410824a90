/**
 * Where answers may be judged: the form is sent beside the page, so that the other answers stay. Without this script it
 * leads to one's own judgements.
 */
addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !form.matches('[data-judging]')) return
  event.preventDefault()
  void send(form)
})

async function send(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector('button')
  button?.setAttribute('disabled', '')
  try {
    const fields = new URLSearchParams([...new FormData(form)] as [string, string][])
    const answer = await fetch(form.action, { method: 'POST', body: fields })
    if (!answer.ok) throw new Error(answer.statusText)
    form.replaceWith(thanks(answer.url))
  } catch {
    // The page that comes says what is wrong, with what was typed.
    form.submit()
  }
}

function thanks(where: string): HTMLElement {
  const said = document.createElement('p')
  said.setAttribute('role', 'status')
  const link = document.createElement('a')
  link.href = where
  link.textContent = 'See or undo it'
  said.append('Saved. Thank you. ', link)
  return said
}
