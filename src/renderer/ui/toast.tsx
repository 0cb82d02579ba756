import type { ReactNode } from 'react'
import { Toast } from '@base-ui/react/toast'
import './toast.css'

const manager = Toast.createToastManager()

export interface ToastMessage {
  text: string
  action?: { label: string; onClick: () => void }
  /** Said at once by screen readers, and stays until closed. */
  error?: boolean
  /** Stays until closed. */
  stays?: boolean
}

/** One line at the bottom of the window for 6 seconds, such as "Statement deleted" with Undo. */
export function toast({ text, action, error, stays }: ToastMessage): void {
  manager.add({
    title: text,
    type: error ? 'error' : 'info',
    priority: error ? 'high' : 'low',
    timeout: error || stays ? 0 : 6000,
    ...(action ? { actionProps: { children: action.label, onClick: action.onClick } } : {}),
  })
}

/** When what a toast offers to take back has been taken back already. */
export function closeToasts(): void {
  manager.close()
}

/** For `catch` and `onError`: shows the sentence that main gave. */
export function toastError(error: Error): void {
  toast({ text: error.message, error: true })
}

export function Toaster(): ReactNode {
  return (
    <Toast.Provider toastManager={manager} limit={1}>
      <Toast.Portal>
        <Toast.Viewport className="toasts"><Toasts /></Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function Toasts(): ReactNode {
  const { toasts } = Toast.useToastManager()
  return toasts.map((one) => (
    <Toast.Root key={one.id} toast={one} className="toast" swipeDirection={[]}>
      <Toast.Title className="toast-text" render={<div />} />
      {one.actionProps && <Toast.Action className="toast-action" />}
      <Toast.Close className="toast-action">Close</Toast.Close>
    </Toast.Root>
  ))
}
