#!/usr/bin/env node
// The one entry. Any Node from 20 up can read it; Sightline itself then runs on the Node that it brings along.
import { spawn } from 'node:child_process'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setUp } from './setup.js'

const NEEDED = 26

setUp()
if (Number(process.versions.node.split('.')[0]) >= NEEDED) await run()
else runOnOwnNode()

async function run() {
  stopWithStarter()
  // Compiled code is kept in the temporary directory: later starts are a fifth of a second quicker.
  module.enableCompileCache?.()
  const { register } = await import('tsx/esm/api')
  // tsx looks for tsconfig.json in the current folder; from another folder JSX would be compiled for React.
  register({ tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) })
  const { main } = await import('./src/main.ts')
  process.exitCode = await main(process.argv.slice(2))
}

/** When a Node of the machine started this one and is killed, this one must not live on alone. */
function stopWithStarter() {
  if (!process.channel) return
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}

function runOnOwnNode() {
  const node = ownNode()
  if (!node) {
    console.error(
      `Sightline needs Node ${NEEDED}; this is ${process.version}, and there is no Node ${NEEDED} package for ` +
        `${process.platform} ${process.arch}. Install Node ${NEEDED} from nodejs.org and start again.`,
    )
    process.exit(1)
  }
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)]
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // A terminal sends Ctrl-C to both of us; passing it on would make two of it.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  child.on('error', (error) => {
    console.error(`Sightline could not start its own Node: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code) => process.exit(code ?? 1))
}

function ownNode() {
  const { platform, arch } = process
  const names = [`node-${platform === 'win32' ? 'win' : platform}-${arch}`, `node-bin-${platform}-${arch}`]
  const { resolve } = module.createRequire(import.meta.url)
  for (const name of names) {
    try {
      return join(dirname(resolve(`${name}/package.json`)), 'bin', platform === 'win32' ? 'node.exe' : 'node')
    } catch {
      // Not the package for this platform.
    }
  }
  return null
}
