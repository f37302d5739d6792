"""The kit's safe values for those who write with Faker."""

from __future__ import annotations

from typing import Any

from faker.providers import BaseProvider

from poucet.school import identifiers
from poucet.school.homes import COMMUNES, LAST_NUMBER, STREETS, Commune
from poucet.school.people import family_names, given_names


class PoucetProvider(BaseProvider):
    """French phones, INE, addresses and pupils that can meet no real person.

    Faker's own French phone and social security numbers may be somebody's. These never are: they
    come from the ranges that `poucet.school.identifiers` describes. The draws are Faker's, so
    ``Faker.seed`` or ``seed_instance`` decides.

    Examples
    --------
    >>> from faker import Faker
    >>> fake = Faker("fr_FR")
    >>> fake.add_provider(PoucetProvider)
    >>> fake.seed_instance(7)
    >>> fake.poucet_phone().startswith("06 39 98 ")
    True
    """

    def poucet_phone(self, landline: bool = False) -> str:
        """Give a phone number kept for fiction: a mobile, unless `landline`."""
        blocks = identifiers.LANDLINE_BLOCKS if landline else (identifiers.MOBILE_BLOCK,)
        number = self.generator.random.randrange(identifiers.NUMBERS_A_BLOCK)
        return identifiers.phone(self.random_element(blocks), number)

    def poucet_ine(self) -> str:
        """Give an INE-like number: ten digits, and Q, which no real one bears."""
        return identifiers.ine(self.generator.random.randrange(10**identifiers.INE_DIGITS))

    def poucet_uai(self) -> str:
        """Give a UAI-like code of a school, ending in Q, which no real one bears."""
        return identifiers.uai(self.generator.random.randrange(identifiers.NUMBERS_A_BLOCK))

    def poucet_commune(self) -> str:
        """Give the name of an invented commune."""
        return self._commune().name

    def poucet_postcode(self) -> str:
        """Give a postcode that no commune has."""
        return self._commune().postcode

    def poucet_street_address(self) -> str:
        """Give a number and a street, ``"12 rue des Tilleuls"``."""
        number = self.generator.random.randint(1, LAST_NUMBER)
        return f"{number} {self.random_element(STREETS)}"

    def poucet_address(self) -> str:
        """Give a whole address, ``"12 rue des Tilleuls, 96100 Valmorne"``."""
        commune = self._commune()
        return f"{self.poucet_street_address()}, {commune.postcode} {commune.name}"

    def poucet_given_name(self, sex: str | None = None) -> str:
        """Give the given name of a pupil born around 2010; `sex` is ``"F"``, ``"M"`` or any."""
        names, wheels = given_names()
        first = 65_536 * ("FM".index(sex) if sex else self.generator.random.randrange(2))
        return str(names[wheels[first + self.generator.random.randrange(65_536)]])

    def poucet_family_name(self) -> str:
        """Give a family name, as frequent here as in the kit's schools."""
        names, wheel = family_names()
        return str(names[wheel[self.generator.random.randrange(65_536)]])

    def poucet_email(self, given_name: str | None = None, family_name: str | None = None) -> str:
        """Give a school address under ``.example``, of a given pupil or of anyone."""
        given = identifiers.mail_part(given_name or self.poucet_given_name())
        family = identifiers.mail_part(family_name or self.poucet_family_name())
        return f"{given}.{family}@{identifiers.MAIL_DOMAIN}"

    def poucet_pupil(self) -> dict[str, Any]:
        """Give one pupil: names, sex, INE, home, e-mail and a guardian's phone, column by column.

        For a whole school, with classes, siblings and a truth to score by, take `School`.
        """
        sex = self.random_element("FM")
        given, family = self.poucet_given_name(sex), self.poucet_family_name()
        commune = self._commune()
        return {
            "ine": self.poucet_ine(),
            "family_name": family,
            "given_name": given,
            "sex": sex,
            "address": self.poucet_street_address(),
            "postcode": commune.postcode,
            "commune": commune.name,
            "email": self.poucet_email(given, family),
            "guardian1_phone": self.poucet_phone(),
        }

    def _commune(self) -> Commune:
        return self.random_element(COMMUNES)
