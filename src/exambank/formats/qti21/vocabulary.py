"""The names of QTI 2.1."""

from exambank.formats.asi.vocabulary import Vocabulary
from exambank.formats.imscp.flavour import Flavour

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGING = "http://www.imsglobal.org/xsd/imscp_v1p1"
SCHEMAS = "http://www.imsglobal.org/xsd/qti/qtiv2p1/"

VOCABULARY = Vocabulary(
    namespace=NAMESPACE,
    schema_location=f"{NAMESPACE} {SCHEMAS}imsqti_v2p1.xsd",
    templates="http://www.imsglobal.org/question/qti_v2p1/rptemplates/",
    manifest=Flavour(
        namespace=PACKAGING,
        schema_location=f"{PACKAGING} {SCHEMAS}qtiv2p1_imscpv1p2_v1p0.xsd",
        schema="QTIv2.1 Package",
        schema_version="1.0.0",
        version_suffix="xmlv2p1",
    ),
    is_kebab=False,
    is_html5=False,
    has_rules_beside_template=True,
    styles_math=False,
)
