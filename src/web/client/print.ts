/** <print-button> turns its hint into a button that prints. */
class PrintButton extends HTMLElement {
  connectedCallback() {
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'button primary',
      textContent: 'Print or save as PDF',
    })
    button.addEventListener('click', () => print())
    this.prepend(button)
  }
}
customElements.define('print-button', PrintButton)
