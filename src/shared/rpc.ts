/**
 * The plumbing between renderer and main, written once: operations, errors, dispatch, client.
 * It knows no noun; `contract.ts` says what can be asked.
 */
import * as v from 'valibot'
import { diskFault } from './disk-fault.ts'
import { isDeeperThan } from './depth.ts'

/** One thing that the renderer can ask of main. */
export interface Operation<I extends v.GenericSchema = v.GenericSchema, O extends v.GenericSchema = v.GenericSchema> {
  input: I
  output: O
}

export type OperationMap = Record<string, Operation>
export type InputOf<M extends OperationMap, N extends keyof M> = v.InferInput<M[N]['input']>
export type ParsedInputOf<M extends OperationMap, N extends keyof M> = v.InferOutput<M[N]['input']>
export type OutputOf<M extends OperationMap, N extends keyof M> = v.InferOutput<M[N]['output']>

export function operation<const I extends v.GenericSchema, const O extends v.GenericSchema>(input: I, output: O): Operation<I, O> {
  return { input, output }
}

/** The closed set of reasons that cross the border; the message is a sentence for people. */
export const errorCodes = [
  'bad-input', 'not-found', 'conflict', 'too-large', 'unreadable', 'timed-out', 'library-unavailable', 'internal',
  'busy', 'disk-full', 'not-writable', 'disk-error', 'damaged', 'library-gone',
] as const
export type ErrorCode = (typeof errorCodes)[number]

export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** Who asks: undo takes back the last Change of the same client. */
export interface CallContext {
  /** The windows of this program that are open, as clients. */
  openClients?: string[]
  client: 'command-line' | `window:${string}`
}

/** What crosses the border back. */
export type Reply = { ok: true; output: unknown } | { ok: false; error: { code: ErrorCode; message: string } }

/** Never rejects: every failure is a Reply. */
export type Dispatch = (name: string, input: unknown, context: CallContext) => Promise<Reply>

export type Handlers<M extends OperationMap> = {
  [N in keyof M]: (input: ParsedInputOf<M, N>, context: CallContext) => OutputOf<M, N> | Promise<OutputOf<M, N>>
}

export interface DispatchOptions {
  /** Called with what was neither an AppError nor a fault of the disk: a programmer's error, told in full to the log and as one sentence to the caller. */
  onInternalError: (error: unknown, operationName: string) => void
  /** Called before each handler; what it throws is the answer. */
  before?: () => void
  /** Also parse what handlers return. For tests: a handler that breaks the contract fails loudly. */
  checkOutput?: boolean
}

/** Of arrays and objects in an input: a document as deep as one may be (`document.ts`) has 200. */
const DEEPEST_INPUT = 250

/** Parses each input against the contract before any handler sees it; unknown names are refused. */
export function createDispatch<M extends OperationMap>(operations: M, handlers: Handlers<M>, options: DispatchOptions): Dispatch {
  return async (name, input, context) => {
    try {
      const agreed = Object.hasOwn(operations, name) ? operations[name] : undefined
      const handler = handlers[name]
      if (!agreed || !handler) throw new AppError('bad-input', `There is no operation “${name}”.`)
      if (isDeeperThan(input, DEEPEST_INPUT)) throw new AppError('bad-input', 'The input is nested too deep.')
      const parsed = v.safeParse(agreed.input, input)
      if (!parsed.success) throw new AppError('bad-input', sentenceFor(parsed.issues))
      options.before?.()
      const output = await handler(parsed.output as never, context)
      return { ok: true, output: options.checkOutput ? v.parse(agreed.output, output) : output }
    } catch (error) {
      return failure(error, () => options.onInternalError(error, name))
    }
  }
}

export function failure(error: unknown, onInternal: () => void): Reply {
  if (error instanceof AppError) return { ok: false, error: { code: error.code, message: error.message } }
  const fault = diskFault(error)
  if (fault) return { ok: false, error: fault }
  onInternal()
  return { ok: false, error: { code: 'internal', message: 'Counterpoint made a mistake. Nothing was changed. The log says more.' } }
}

/** Such as "Published: write a date as 2017, 2017-04 or 2017-04-26." */
function sentenceFor(issues: v.BaseIssue<unknown>[]): string {
  const first = issues[0]
  const where = first ? v.getDotPath(first) : null
  const sentence = `${where ? `${where}: ` : ''}${first?.message ?? 'the input does not fit'}.`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** The output of a Reply, or its error thrown as an AppError. */
export function unwrap(reply: Reply): unknown {
  if (reply.ok) return reply.output
  throw new AppError(reply.error.code, reply.error.message)
}

export interface Transport<E> {
  call(name: string, input: unknown): Promise<Reply>
  /** Gives back the function that ends the subscription. */
  subscribe(listener: (event: E) => void): () => void
}

export interface Client<M extends OperationMap, E> {
  call<N extends keyof M & string>(name: N, input: InputOf<M, N>): Promise<OutputOf<M, N>>
  subscribe(listener: (event: E) => void): () => void
}

export function createClient<M extends OperationMap, E>(transport: Transport<E>): Client<M, E> {
  return {
    call: async (name, input) => unwrap(await transport.call(name, input)) as never,
    subscribe: (listener) => transport.subscribe(listener),
  }
}
