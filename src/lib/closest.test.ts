import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closest, distance } from './closest.ts'

test('two neighbouring letters that changed places count as one slip', () => {
  assert.equal(distance('defintiion', 'definition'), 1)
  assert.equal(distance('kitten', 'sitting'), 3)
  assert.equal(distance('', 'abc'), 3)
})

test('the nearest known word is offered, whatever the case', () => {
  assert.equal(closest('Defintion', ['name', 'definition', 'description']), 'definition')
  assert.equal(closest('alais', ['aliases', 'alias']), 'alias')
})

test('nothing is offered when nothing is near', () => {
  assert.equal(closest('colour', ['name', 'definition']), null)
  assert.equal(closest('x', []), null)
})
