"""QTI 1.2 in the profile that Canvas imports: one assessment, its quiz settings, pictures, and a content package."""

from exambank.formats.contract import Format

# canvas-lms, app/models/quizzes/quiz.rb strip_html_answers: the student analysis has the text of what was chosen, and
# of an option with markup what is left of it without tags.
FORMAT = Format("qti12", "QTI 1.2 (Canvas)", "exambank.formats.qti12", tells_options_by_text=True)
