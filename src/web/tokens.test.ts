import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const css = readFileSync(new URL('./css/tokens.css', import.meta.url), 'utf8')
const STEPS = [1, 2, 3, 4, 5]
const SCHEMES = ['light', 'dark'] as const
type Scheme = (typeof SCHEMES)[number]

/** Lightness 0 to 1, chroma, hue in degrees. */
function token(name: string, scheme: Scheme): [number, number, number] {
  const colours = new RegExp(`--${name}: light-dark\\(oklch\\(([^)]*)\\), oklch\\(([^)]*)\\)\\)`).exec(css)
  const [lightness, chroma, hue] = (colours?.[scheme === 'light' ? 1 : 2] ?? '')
    .split(' ')
    .map(Number.parseFloat)
  if (lightness === undefined || chroma === undefined || hue === undefined)
    throw new Error(`No colour --${name}`)
  return [lightness / 100, chroma, hue]
}

/** Relative luminance (WCAG 2.2) of an OKLCH colour; the matrices are those of CSS Color 4. */
function luminance([lightness, chroma, hue]: [number, number, number]): number {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s
  const shown = (channel: number) => Math.min(Math.max(channel, 0), 1)
  return 0.2126 * shown(red) + 0.7152 * shown(green) + 0.0722 * shown(blue)
}

function contrast(one: string, other: string, scheme: Scheme): number {
  const [a, b] = [luminance(token(one, scheme)), luminance(token(other, scheme))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

test('the contrast is the one of the standard: black on white is 21', () => {
  assert.ok(Math.abs((luminance([1, 0, 0]) + 0.05) / (luminance([0, 0, 0]) + 0.05) - 21) < 0.01)
})

for (const scheme of SCHEMES) {
  test(`the words on every level colour can be read: at least 4.5, ${scheme}`, () => {
    for (const step of STEPS) {
      const measured = contrast(`on-level-${step}`, `level-${step}`, scheme)
      assert.ok(measured >= 4.5, `level ${step}: ${measured.toFixed(2)}`)
    }
  })

  test(`the five level colours are one hue, in order, and apart in grey print: ${scheme}`, () => {
    const steps = STEPS.map((step) => token(`level-${step}`, scheme))
    for (const [, , hue] of steps) assert.ok(hue >= 190 && hue <= 206, `${hue}`)
    for (const step of STEPS.slice(1)) {
      const [one = 0] = token(`level-${step - 1}`, scheme)
      const [two = 0] = token(`level-${step}`, scheme)
      const rise = scheme === 'light' ? one - two : two - one
      assert.ok(rise >= 0.065, `${step - 1} to ${step}: ${rise.toFixed(3)}`)
    }
  })

  test(`text, links, warnings and the three measures can be read on their grounds: ${scheme}`, () => {
    const pairs = [
      ...['ink', 'ink-soft', 'accent', 'danger', 'good', 'warn'].map((name) => [name, 'paper']),
      ['ink-soft', 'raised'],
      ['on-accent', 'accent'],
      ['accent', 'accent-soft'],
      ['over', 'over-soft'],
      ['under', 'under-soft'],
      ['ink', 'mark'],
    ]
    for (const [words = '', ground = ''] of pairs) {
      const measured = contrast(words, ground, scheme)
      assert.ok(measured >= 4.5, `${words} on ${ground}: ${measured.toFixed(2)}`)
    }
  })
}
