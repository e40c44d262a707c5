"""Tables that a screen reader can walk through and a phone can show."""

import re

from bs4 import BeautifulSoup

NOT_STATED = {"NaN", "nan", "<NA>", "NaT", "None"}
NUMBER = re.compile(r"[-+−–]?[\d,\u202f\u00a0 ]*\d(?:\.\d+)?\s?(?:%|×)?")


def merge_header(head):
    """Join the two header rows that pandas writes for a named index, where each column uses only one of them."""
    rows = head.find_all("tr", recursive=False)
    if len(rows) != 2:
        return
    upper, lower = (row.find_all(["th", "td"], recursive=False) for row in rows)
    spans = any(cell.get("colspan", "1") != "1" for cell in (*upper, *lower))
    if spans or len(upper) != len(lower):
        return
    if any(a.get_text(strip=True) and b.get_text(strip=True) for a, b in zip(upper, lower, strict=True)):
        return
    for above, below in zip(upper, lower, strict=True):
        if below.get_text(strip=True):
            above.replace_with(below.extract())
    rows[1].decompose()


def set_scopes(table):
    """Say for each header cell what it heads; an empty one heads nothing and becomes a plain cell."""
    for head in table.find_all("thead"):
        merge_header(head)
    for cell in table.find_all("th"):
        wide = int(re.sub(r"\D", "", cell.get("colspan", "1")) or 1) > 1
        tall = int(re.sub(r"\D", "", cell.get("rowspan", "1")) or 1) > 1
        if not cell.get_text(strip=True):
            cell.name = "td"
            cell.attrs.pop("scope", None)
        elif cell.find_parent("thead"):
            cell["scope"] = "colgroup" if wide else "col"
        else:
            cell["scope"] = "rowgroup" if tall else "row"


def mark_missing(table):
    """Replace pandas' words for a missing value by a dash that is read out as "not stated"."""
    for cell in table.find_all("td"):
        if cell.get_text(strip=True) in NOT_STATED:
            cell.clear()
            cell.append(BeautifulSoup('<span aria-hidden="true">–</span>', "html.parser").span)
            cell.append(BeautifulSoup('<span class="unseen">not stated</span>', "html.parser").span)


def is_numeric(cells):
    """Whether a column's cells are all numbers or missing, and at least one is a number."""
    texts = [cell.get_text(strip=True) for cell in cells]
    numbers = [text for text in texts if NUMBER.fullmatch(text)]
    return bool(numbers) and all(NUMBER.fullmatch(t) or t in {"", "–", "–not stated"} for t in texts)


def align_numbers(table):
    """Mark the columns of numbers, so that their digits stand below each other."""
    body = [row.find_all(["th", "td"], recursive=False) for part in table.find_all("tbody") for row in part("tr")]
    head = [row.find_all(["th", "td"], recursive=False) for part in table.find_all("thead") for row in part("tr")]
    width = {len(row) for row in body}
    if len(width) != 1 or table.find("tbody").find(["th", "td"], colspan=True, rowspan=True):
        return
    for position in range(width.pop()):
        if is_numeric([row[position] for row in body]):
            for row in (*body, *(row for row in head if len(row) == len(body[0]))):
                row[position]["class"] = "number"


def set_caption(soup, table, number):
    """A caption with the table's number: its own words, or the heading of the section it stands in."""
    caption = table.find("caption")
    if caption is None:
        caption = soup.new_tag("caption")
        heading = table.find_previous(["h2", "h3", "h4", "h5", "h6"])
        caption.string = heading.get_text(" ", strip=True) if heading else "Values"
        table.insert(0, caption)
    label = soup.new_tag("span", attrs={"class": "label"})
    label.string = f"Table {number}. "
    caption.insert(0, label)
    caption["id"] = f"table-{number}"


def set_tables(soup):
    """Make every table of a page accessible, in place; a wide one scrolls within its own frame."""
    for number, table in enumerate(soup.find_all("table"), 1):
        table.attrs.clear()
        set_scopes(table)
        mark_missing(table)
        if table.find("tbody"):
            align_numbers(table)
        set_caption(soup, table, number)
        frame = {"class": "wide", "role": "region", "tabindex": "0", "aria-labelledby": f"table-{number}"}
        table.wrap(soup.new_tag("div", attrs=frame))
