/** On a page of results: the arrow keys go from the box to the results and from one to the next. */

const box = document.querySelector<HTMLInputElement>('[data-search]')
const results = () => [...document.querySelectorAll<HTMLAnchorElement>('[data-results] a[href]')]

addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const all = results()
  const at = all.indexOf(document.activeElement as HTMLAnchorElement)
  if (at < 0 && document.activeElement !== box) return
  const next = event.key === 'ArrowDown' ? at + 1 : at - 1
  const target = next < 0 ? box : all[next]
  if (!target) return
  event.preventDefault()
  target.focus()
})
