// The self-check of a lesson: says at once whether an answer is right, and counts. Nothing is stored or sent.
{
  function quiz(part) {
    const questions = [...part.querySelectorAll("[data-cau]")];
    const score = part.querySelector("[data-diem]");
    const again = part.querySelector("[data-lam-lai]");

    const chosen = (question) => question.querySelector("input:checked")?.closest("label");
    const right = (question) => "dung" in (chosen(question)?.dataset ?? {});

    function judge(question) {
      const said = question.querySelector("[data-nhan-xet]");
      const why = question.querySelector("[data-dap-an] p + p")?.textContent ?? "";
      said.textContent = right(question) ? `Đúng. ${why}` : "Chưa đúng. Hãy chọn lại, hoặc xem đáp án.";
      said.classList.toggle("quiz__said--dung", right(question));
    }

    function count() {
      const answered = questions.filter(chosen).length;
      const well = questions.filter(right).length;
      score.textContent = answered === questions.length ? `Bạn trả lời đúng ${well}/${questions.length} câu.` : "";
      again.hidden = answered === 0;
    }

    part.addEventListener("change", (event) => {
      const question = event.target.closest("[data-cau]");
      if (!question) return;
      judge(question);
      count();
    });
    again.addEventListener("click", () => {
      for (const question of questions) {
        for (const input of question.querySelectorAll("input")) input.checked = false;
        question.querySelector("[data-nhan-xet]").textContent = "";
        question.querySelector("[data-dap-an]").open = false;
      }
      count();
      questions[0].querySelector("input").focus();
    });
  }

  for (const part of document.querySelectorAll("[data-tu-kiem-tra]")) quiz(part);
}
