/**
 * The scripts of the page's two worlds. What crosses between them is cloned as the detail of an event, functions cross as
 * numbers. Events are delivered at once, so a call through the bridge returns at once, as Electron's does.
 */
type Packed = { f: number } | { p: number } | { a: Packed[] } | { o: [string, Packed][] } | { v: unknown }
type Told =
  | { type: 'call'; id: number; args: Packed[] }
  | { type: 'answer'; value?: Packed; error?: string }
  | { type: 'settle'; id: number; ok: boolean; value: Packed }
  | { type: 'expose'; key: string; value: Packed }

/** Runs in both worlds, so it can use nothing from outside itself. */
function bridge(side: 'main' | 'isolated'): { expose: (key: string, value: unknown) => void } {
  const other = side === 'main' ? 'isolated' : 'main'
  const functions = new Map<number, (...given: unknown[]) => unknown>()
  const foreign = new Map<number, unknown>()
  const promises = new Map<number, PromiseWithResolvers<unknown>>()
  let last = 0
  let answer: Extract<Told, { type: 'answer' }> | undefined
  const tell = (message: Told): void => void document.dispatchEvent(new CustomEvent(`bridge:${other}`, { detail: message }))
  const numbered = (made: (...given: unknown[]) => unknown): number => {
    const known = [...functions].find(([, each]) => each === made)?.[0]
    if (known === undefined) functions.set((last += 1), made)
    return known ?? last
  }
  const promised = (promise: Promise<unknown>): number => {
    const id = (last += 1)
    const settle = (ok: boolean) => (value: unknown): void => tell({ type: 'settle', id, ok, value: pack(ok ? value : String((value as Error)?.message ?? value)) })
    promise.then(settle(true), settle(false))
    return id
  }
  const pack = (value: unknown): Packed => {
    if (typeof value === 'function') return { f: numbered(value as () => unknown) }
    if (value instanceof Promise) return { p: promised(value) }
    if (Array.isArray(value)) return { a: value.map(pack) }
    if (value && Object.getPrototypeOf(value) === Object.prototype) return { o: Object.entries(value).map(([key, each]) => [key, pack(each)]) }
    return { v: value }
  }
  const unpack = (packed: Packed): unknown => {
    if ('f' in packed) {
      if (!foreign.has(packed.f)) foreign.set(packed.f, (...given: unknown[]) => call(packed.f, given))
      return foreign.get(packed.f)
    }
    if ('p' in packed) {
      const made = Promise.withResolvers<unknown>()
      promises.set(packed.p, made)
      return made.promise
    }
    if ('a' in packed) return packed.a.map(unpack)
    if ('o' in packed) return Object.fromEntries(packed.o.map(([key, each]) => [key, unpack(each)]))
    return packed.v
  }
  const call = (id: number, given: unknown[]): unknown => {
    answer = undefined
    tell({ type: 'call', id, args: given.map(pack) })
    const got = answer as Extract<Told, { type: 'answer' }> | undefined
    if (got?.error) throw new Error(got.error)
    return got?.value && unpack(got.value)
  }
  const carryOut = (id: number, given: Packed[]): void => {
    let reply: Told
    try {
      reply = { type: 'answer', value: pack(functions.get(id)!(...given.map(unpack))) }
    } catch (error) {
      reply = { type: 'answer', error: String((error as Error).message) }
    }
    tell(reply)
  }
  const settle = (id: number, ok: boolean, value: Packed): void => {
    const made = promises.get(id)
    promises.delete(id)
    if (ok) made?.resolve(unpack(value))
    else made?.reject(new Error(String(unpack(value))))
  }
  document.addEventListener(`bridge:${side}`, (event) => {
    const message = (event as CustomEvent<Told>).detail
    if (message.type === 'call') carryOut(message.id, message.args)
    else if (message.type === 'answer') answer = message
    else if (message.type === 'settle') settle(message.id, message.ok, message.value)
    else Object.defineProperty(globalThis, message.key, { value: unpack(message.value), writable: false, configurable: false, enumerable: true })
  })
  return { expose: (key, value) => tell({ type: 'expose', key, value: pack(value) }) }
}

type Listener = (event: object, ...given: unknown[]) => void

/** What a sandboxed preload script gets from Electron. `post` leaves the page for main. */
function preloadModules(expose: (key: string, value: unknown) => void, post: (message: object) => void, strict: <T extends object>(name: string, whole: T) => T): { electron: object; settle: (id: number, ok: boolean, json?: string) => void; deliver: (channel: string, json: string) => void } {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const listeners = new Map<string, Listener[]>()
  let last = 0
  const ipcRenderer = {
    invoke: (channel: string, ...given: unknown[]) => {
      const made = Promise.withResolvers<unknown>()
      waiting.set((last += 1), made)
      post({ type: 'invoke', id: last, channel, given })
      return made.promise
    },
    send: (channel: string, ...given: unknown[]) => post({ type: 'send', channel, given }),
    on: (channel: string, listener: Listener) => void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    off: (channel: string, listener: Listener) => void listeners.set(channel, (listeners.get(channel) ?? []).filter((each) => each !== listener)),
  }
  const webFrame = {
    setSpellCheckProvider: (language: string, provider: object) => {
      Object.assign(globalThis, { spellCheckProvider: provider })
      post({ type: 'note', kind: 'setSpellCheckProvider', given: language })
    },
  }
  return {
    electron: strict('electron', { contextBridge: strict('contextBridge', { exposeInMainWorld: expose }), ipcRenderer: strict('ipcRenderer', ipcRenderer), webFrame: strict('webFrame', webFrame) }),
    settle: (id, ok, json) => {
      const made = waiting.get(id)
      waiting.delete(id)
      const value: unknown = json === undefined ? undefined : JSON.parse(json)
      if (ok) made?.resolve(value)
      else made?.reject(new Error(String(value)))
    },
    deliver: (channel, json) => {
      for (const each of listeners.get(channel) ?? []) each({ sender: ipcRenderer }, ...(JSON.parse(json) as unknown[]))
    },
  }
}

/** Asking for something that the stand-in lacks is an error that names it, never a silent `undefined`. */
export function strict<T extends object>(name: string, whole: T): T {
  return new Proxy(whole, {
    get: (target, key) => {
      if (typeof key === 'string' && key !== 'then' && !(key in target)) throw new Error(`The stand-in for Electron has no ${name}.${key}. Add it in e2e/stand-in.`)
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
    set: (target, key, value) => Reflect.set(target, key, value, target),
  })
}

/** A window that is opened by script is asked about before it is there, as Electron does; by a link it is there first. */
function askBeforeOpening(): void {
  window.open = (address) => {
    document.dispatchEvent(new CustomEvent('bridge:open', { detail: new URL(String(address), location.href).href }))
    return null
  }
}

export const mainWorld = `if (self === top) { (${bridge})('main'); (${askBeforeOpening})() }`

/** `__post` is the binding that leads out of the page. */
export function isolatedWorld(preload: string): string {
  return `if (self === top) {
    const strict = ${strict}
    const { expose } = (${bridge})('isolated')
    const modules = (${preloadModules})(expose, (message) => __post(JSON.stringify(message)), strict)
    document.addEventListener('bridge:open', ({ detail }) => __post(JSON.stringify({ type: 'open', url: detail })))
    globalThis.__settle = modules.settle
    globalThis.__deliver = modules.deliver
    const require = (name) => { if (name !== 'electron') throw new Error('module not found: ' + name); return modules.electron }
    ;(function (require, module, exports, process) { ${preload}
    })(require, { exports: {} }, {}, { platform: ${JSON.stringify(process.platform)}, sandboxed: true })
  }`
}
