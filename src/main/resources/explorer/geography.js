// The base map: countries as Natural Earth draws them, packed as TopoJSON.

let land;

/** Countries as GeoJSON. */
export function countries() {
  land ??= fetch(new URL("countries-50m.json", import.meta.url)).then(r => r.json()).then(unpack);
  return land;
}

/** TopoJSON keeps each border once, as steps on a grid; here they become rings of positions again. */
function unpack(topology) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map(arc => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const ring = numbers => {
    const line = [];
    for (const i of numbers) {
      const arc = i < 0 ? [...arcs[~i]].reverse() : arcs[i];
      line.push(...(line.length ? arc.slice(1) : arc));
    }
    return line;
  };
  return {
    type: "FeatureCollection",
    features: topology.objects.countries.geometries.filter(g => g.type.endsWith("Polygon")).map(g => ({
      type: "Feature",
      properties: g.properties,
      geometry: { type: g.type, coordinates: g.type === "Polygon" ? g.arcs.map(ring) : g.arcs.map(p => p.map(ring)) },
    })),
  };
}

/** Longitude and latitude of a point in WKT. */
export function point(wkt) {
  const m = /POINT *\(\s*([-+.\deE]+)\s+([-+.\deE]+)/i.exec(wkt ?? "");
  const [x, y] = m ? [Number(m[1]), Number(m[2])] : [NaN, NaN];
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? { longitude: x, latitude: y } : undefined;
}
