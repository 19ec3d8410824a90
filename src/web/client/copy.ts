/** <copy-text> gives the text area inside it a button that copies it. Without this one selects and copies by hand. */
class CopyText extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector('textarea')
    if (!box || !navigator.clipboard) return
    const said = Object.assign(document.createElement('output'), { className: 'soft small' })
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'button',
      textContent: 'Copy the text',
    })
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(box.value)
        said.textContent = 'Copied.'
      } catch {
        box.select()
        said.textContent =
          'Your browser did not allow it. The text is selected: copy it with Ctrl and C, or ⌘ and C.'
      }
    })
    const row = Object.assign(document.createElement('p'), { className: 'row' })
    row.append(button, said)
    this.append(row)
  }
}
customElements.define('copy-text', CopyText)
