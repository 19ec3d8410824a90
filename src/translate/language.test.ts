import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foreignLanguage } from './language.ts'

test('another language is named', () => {
  const foreign: [string, string][] = [
    ['Je calme les clients qui sont inquiets et je leur explique la suite', 'French'],
    ['Ich beruhige die Kunden und erkläre ihnen, wie es weitergeht', 'German'],
    ['Tranquilizo a los clientes cuando se ponen nerviosos y les explico el proceso', 'Spanish'],
    ['Ka āwhina au i ngā tāngata o te hapori kia mārama ai rātou', 'te reo Māori'],
    ['Я успокаиваю расстроенных клиентов', 'another script'],
    ['我安抚焦急的顾客', 'another script'],
  ]
  for (const [text, language] of foreign) assert.equal(foreignLanguage(text), language, text)
})

test('English is English, with names, foreign words and bad spelling in it', () => {
  const english = [
    'Greets whānau with kia ora and finds the right kaumātua to ask',
    'Put Señora García and the Müllers at ease before the tour',
    'wen thay shout i jus wait til thay r dun',
    'Calms angry customers',
    'De-escalates',
    '',
  ]
  for (const text of english) assert.equal(foreignLanguage(text), null, text)
})
