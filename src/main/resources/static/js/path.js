// Draws each process with the path the deal took. The model is in the page; nothing is fetched.
const ids = (text) => (text || '').split(' ').filter((id) => id);

document.querySelectorAll('.diagram').forEach(async (box) => {
  const xml = box.querySelector('template').innerHTML
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  const viewer = new BpmnJS({ container: box });
  try {
    await viewer.importXML(xml);
    const canvas = viewer.get('canvas');
    const registry = viewer.get('elementRegistry');
    ids(box.dataset.done).filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, 'done'));
    ids(box.dataset.active).filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, 'active'));
    canvas.zoom('fit-viewport', 'auto');
    box.classList.add('drawn');
  } catch (e) {
    box.textContent = e.message;
  }
});
