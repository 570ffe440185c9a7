from PyQt5.QtNetwork import *
