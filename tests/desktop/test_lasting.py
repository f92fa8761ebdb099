import sys

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from pantau.desktop import lasting


class Bell(QObject):
    rung = Signal()


def test_the_constants_outlive_any_number_of_answers_from_qt(qapp: QApplication) -> None:
    lasting.keep_constants()
    bell, image = Bell(), QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for _ring in range(20_000):
        bell.rung.emit()
        painter.fillRect(QRect(0, 0, 1, 1), 0)
    painter.end()
    mortal = [one for one in (None, True, False, NotImplemented) if sys.getrefcount(one) < 1_000_000]
    assert mortal == [] or sys.version_info >= (3, 12)
