import type { HistoryStep } from '../../shared/history.ts'

export interface Day { day: string; steps: HistoryStep[] }

/** In the order given, each day with its name in this device's time: "Today", "Yesterday", "23 November 2026". */
export function stepsByDay(steps: HistoryStep[], now = new Date()): Day[] {
  const days: Day[] = []
  for (const step of steps) {
    const day = dayName(new Date(step.madeAt), now)
    const last = days.at(-1)
    if (last?.day === day) last.steps.push(step)
    else days.push({ day, steps: [step] })
  }
  return days
}

function dayName(time: Date, now: Date): string {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  if (time.toDateString() === now.toDateString()) return 'Today'
  if (time.toDateString() === yesterday.toDateString()) return 'Yesterday'
  return time.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
}
