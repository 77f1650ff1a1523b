/** Letting go of what was dragged is no click on what is below the pointer: it would open it. */
export function skipNextClick(): void {
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', skip, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', skip, { capture: true }));
}
