// Counts the days to a campaign on from those that the page was made with, and adds the hours. Days are Vietnam's wherever
// the reader is. Nothing is announced and nothing moves: the words change in their place, once an hour.
{
  const HOUR = 3_600_000, DAY = 24 * HOUR, ZONE = 7 * HOUR;
  const midnight = (day) => Date.parse(`${day}T00:00:00+07:00`);
  const written = (day) => day.split("-").reverse().join("/");
  const WEEK = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
  const named = (day) => `${WEEK[new Date(midnight(day) + ZONE).getUTCDay()]}, ${written(day)}`;

  /** As site/views/countdown.py tells it, on the reader's day. */
  function standing({ dau: first, ngay: main, cuoi: last }, now) {
    const today = new Date(now + ZONE).toISOString().slice(0, 10);
    const until = (day) => Math.round((midnight(day) - midnight(today)) / DAY);
    if (today === main) return { state: "hom-nay", unit: "Hôm nay", more: named(today), said: `Hôm nay, ${written(today)}` };
    if (today > last) return { state: "da-qua", unit: "Đã kết thúc", more: `ngày ${written(last)}`, said: `Đã kết thúc ngày ${written(last)}` };
    if (today < first || (main && today < main)) {
      const goal = main || first, number = until(goal), running = today >= first;
      const said = running ? `Đang diễn ra, còn ${number} ngày đến ngày ${written(goal)}` : `Còn ${number} ngày`;
      return { state: running ? "dang-dien-ra" : "sap-toi", number, unit: "ngày nữa", more: `${span(midnight(goal) - now)} đến 0 giờ ngày ${written(goal).slice(0, 5)}`, said };
    }
    const number = until(last), more = `còn ${span(midnight(last) + DAY - now)}`;
    if (!number) return { state: "dang-dien-ra", unit: "Ngày cuối", more, said: "Đang diễn ra, hôm nay là ngày cuối" };
    return { state: "dang-dien-ra", number, unit: "ngày còn lại", more, said: `Đang diễn ra, còn ${number} ngày` };
  }

  function span(time) {
    const days = Math.floor(time / DAY), hours = Math.floor((time % DAY) / HOUR);
    if (!days && !hours) return "chưa đầy 1 giờ";
    return [days && `${days} ngày`, hours && `${hours} giờ`].filter(Boolean).join(" ");
  }

  function tell(part, text) {
    if (part.textContent !== text) part.textContent = text;
  }

  function show(box) {
    const { state, number, unit, more, said } = standing(box.dataset, Date.now());
    tell(box.querySelector("[data-dem-so]"), number ? String(number) : "");
    tell(box.querySelector("[data-dem-don-vi]"), unit);
    tell(box.querySelector("[data-dem-them]"), more);
    tell(box.querySelector("[data-dem-cau]"), said);
    box.className = `count count--${state}${number ? "" : " count--said"}`;
  }

  /** The mark of the day on which the page was made moves to the reader's day. */
  function mark(weeks) {
    const today = new Date(Date.now() + ZONE).toISOString().slice(0, 10);
    for (const time of weeks.querySelectorAll(".weeks__number time")) {
      const cell = time.closest("td"), here = time.dateTime === today;
      cell.querySelector(".weeks__today")?.remove();
      cell.removeAttribute("aria-current");
      if (!here) continue;
      cell.setAttribute("aria-current", "date");
      time.after(" ", Object.assign(document.createElement("span"), { className: "weeks__today", textContent: "Hôm nay" }));
    }
  }

  const boxes = [...document.querySelectorAll("[data-dem-nguoc]")];
  const tables = document.querySelectorAll("[data-cac-tuan]");
  let waiting = 0;

  /** Until the hour is full; a page that nobody looks at waits until somebody does. */
  function count() {
    clearTimeout(waiting);
    boxes.forEach(show);
    tables.forEach(mark);
    if (!document.hidden) waiting = setTimeout(count, HOUR - (Date.now() % HOUR) + 500);
  }

  if (boxes.length) {
    document.addEventListener("visibilitychange", count);
    addEventListener("pageshow", count);
    count();
  }
}
