from PyQt5.sip import *
