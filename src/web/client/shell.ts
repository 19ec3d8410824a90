/** On every page: the key `/` goes to the search box, unless the person is typing somewhere. */

const typing = 'input, textarea, select, [contenteditable]'

addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target instanceof Element && event.target.closest(typing)) return
  const box = document.querySelector<HTMLInputElement>('[data-search]')
  if (!box) return
  event.preventDefault()
  box.focus()
  box.select()
})
