// Says how wide the place is in which it stands, at first and whenever that changes; draws nothing.
const LEAST = 300; // what stands on no page yet, or is folded away, has no width worth telling

function render({ model, el }) {
  const probe = document.createElement("div");
  probe.style.cssText = "width:100%;height:0";
  el.style.width = "100%";
  el.appendChild(probe);
  let waiting = 0;
  const tell = () => {
    const width = Math.floor(probe.getBoundingClientRect().width);
    if (width < LEAST || Math.abs(width - model.get("width")) < 4) return;
    model.set("width", width);
    model.save_changes();
  };
  const watch = new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, 120);
  });
  watch.observe(probe);
  return () => {
    clearTimeout(waiting);
    watch.disconnect();
  };
}

export default { render };
