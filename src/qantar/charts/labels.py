"""Labels beside what they name, without overlap: a reader should not have to look up a legend."""

import textwrap
from itertools import pairwise

import numpy as np
from matplotlib import patheffects

from qantar.charts.style import INK

HALO = [patheffects.withStroke(linewidth=2.5, foreground="white")]
PAPER = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}  # behind a text, so that no grid line runs through it
NEAR = ((0, 9), (0, -9), (9, 0), (-9, 0), (10, 9), (-10, 9), (10, -9), (-10, -9), (0, 20), (0, -20))
AROUND = (*NEAR, (26, 11), (-26, 11), (26, -11), (-26, -11), (42, 11), (42, -11))  # in points
COVERING = 10.0  # a few pixels of line under a label are as bad as this many points of distance


def folded(names, most=24):
    """Long names broken into lines: a name that is cut is a name lost.

    >>> folded(["Ministry of Foreign Affairs of Kazakhstan", "TASS"])
    ['Ministry of Foreign\\nAffairs of Kazakhstan', 'TASS']
    """
    return ["\n".join(textwrap.wrap(name, most)) for name in names]


def row_height(names, height):
    """Inches of a row of a chart whose names may have two lines."""
    return height * (1.15 if any("\n" in name for name in names) else 1)


def spread(positions, gap):
    """Push positions apart until neighbours are at least `gap` from each other, keeping their order.

    Args:
        positions: numbers, in any order.
        gap: smallest distance allowed, in the same unit.

    Returns:
        The new positions, in the order given, with about the same centre.

    >>> spread([0.0, 0.1, 5.0], 1.0)
    [-0.45, 0.55, 5.0]
    """
    order = np.argsort(positions, kind="stable")
    groups = []  # runs of touching labels: [sum of wished positions minus own offsets, members]
    for index in order:
        groups.append([[index], float(positions[index])])
        while len(groups) > 1 and _end(groups[-2], gap) > groups[-1][1] - 1e-12:
            members = groups.pop()[0]
            joined = groups.pop()[0] + members
            centre = float(np.mean([positions[i] - gap * rank for rank, i in enumerate(joined)]))
            groups.append([joined, centre])
    placed = {index: start + gap * rank for members, start in groups for rank, index in enumerate(members)}
    return [round(placed[index], 6) for index in range(len(positions))]


def _end(group, gap):
    members, start = group
    return start + gap * len(members)


def beside(ax, x, y, text, shift=8, colour=INK, **look):
    """Write a text on the level of a point, `shift` points to its right (to its left where negative)."""
    side = "left" if shift >= 0 else "right"
    look = {"va": "center", "ha": side, "size": 9.5, "color": colour, "bbox": PAPER} | look
    return ax.annotate(text, (x, y), (shift, 0), textcoords="offset points", **look)


def at_right(ax, entries, size=10):
    """Label the right ends of series, pushed apart and tied to their series by a thin line where they had to move.

    Args:
        ax: the axes, with its limits final.
        entries: list of (y in data units, text, colour).
        size: type size in points.
    """
    ax.figure.draw_without_rendering()
    lines = max((text.count("\n") for _, text, _ in entries), default=0) + 1
    gap = size * 1.45 * lines * ax.figure.dpi / 72
    pixels = [ax.transData.transform((0, y))[1] for y, _, _ in entries]
    for (y, text, colour), pixel, wanted in zip(entries, spread(pixels, gap), pixels, strict=True):
        ax.annotate(
            text,
            xy=(1, y),
            xycoords=ax.get_yaxis_transform(),
            xytext=(12, (pixel - wanted) * 72 / ax.figure.dpi),
            textcoords="offset points",
            va="center",
            ha="left",
            size=size,
            color=colour,
            arrowprops={"arrowstyle": "-", "color": colour, "lw": 0.6, "shrinkA": 1, "shrinkB": 0},
            annotation_clip=False,
        )


def beside_points(ax, entries, size=9.5):
    """Label points of a drawing, each at the best free place around it; a label that finds none is left out.

    A place is free where it covers no other label and no labelled point; the best covers little line and is near.
    Words that already stand at another point are not written across a line a second time.

    Args:
        ax: the axes, with its limits final and everything else drawn.
        entries: list of (x, y, text, colour), the most important first.
        size: type size in points.

    Returns:
        The texts that found no place (the table beside the figure still has them).
    """
    ax.figure.draw_without_rendering()
    points = np.array([_pixel(ax, x, y) for x, y, *_ in entries]).reshape(-1, 2)
    lines, taken, left_out, written = _line_points(ax), [], [], set()
    for x, y, text, colour in entries:
        drawn = [_annotate(ax, (x, y, text, colour, size), shift) for shift in AROUND]
        boxes = [label.get_window_extent() for label in drawn]
        free = [i for i, box in enumerate(boxes) if _is_free(ax, box, taken, points)]
        chosen = _best(boxes, free, lines, text in written)
        if chosen is None:
            left_out.append(text)
        else:
            taken.append(boxes[chosen])
            written.add(text)
        for i, label in enumerate(drawn):
            if i != chosen:
                label.remove()
    return left_out


def _best(boxes, free, lines, is_repeated):
    """The index of the best free place, None where there is none that will do."""
    best = min(free, key=lambda i: _badness(AROUND[i], boxes[i], lines), default=None)
    return None if best is not None and is_repeated and _covers(boxes[best], lines) else best


def _badness(shift, box, lines):
    return COVERING * _covered(box, lines) + np.hypot(*shift)


def _annotate(ax, entry, shift):
    x, y, text, colour, size = entry
    dx, dy = shift
    side = {1: "left", 0: "center", -1: "right"}[int(np.sign(dx))]
    level = {1: "bottom", 0: "center", -1: "top"}[int(np.sign(dy))]
    look = {"size": size, "color": colour or INK, "ha": side, "va": level, "path_effects": HALO}
    label = ax.annotate(text, (x, y), (dx, dy), textcoords="offset points", **look)
    label.set_in_layout(False)
    return label


def _is_free(ax, box, taken, points):
    frame = ax.get_window_extent()
    inside = box.x0 >= frame.x0 - 2 and box.x1 <= frame.x1 + 2 and box.y0 >= frame.y0 and box.y1 <= frame.y1 + 10
    return inside and not any(box.overlaps(other) for other in taken) and not _covers(box.padded(3), points)


def _covers(box, points):
    return _covered(box, points) > 0


def _covered(box, points):
    x, y = points[:, 0], points[:, 1]
    return int(((x > box.x0) & (x < box.x1) & (y > box.y0) & (y < box.y1)).sum())


def _pixel(ax, x, y):
    return ax.transData.transform((ax.convert_xunits(x), y))


def _line_points(ax, step=4):
    """Points, a few pixels apart, on all lines drawn so far."""
    found = [np.empty((0, 2))]
    for line in ax.lines:
        corners = ax.transData.transform(np.column_stack([line.get_xdata(orig=False), line.get_ydata(orig=False)]))
        for one, other in pairwise(corners):
            count = int(np.hypot(*(other - one)) // step) + 2
            found.append(np.linspace(one, other, count))
    return np.vstack(found)
