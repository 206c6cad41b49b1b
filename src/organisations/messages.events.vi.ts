/** What the acts of this slice are called in the record of acts. */
export const events = {
  'organisations.cluster-joined': 'Vào cụm thi đua',
  'organisations.position-filled': 'Bổ nhiệm chức danh',
  'organisations.office-appointed': 'Cử đơn vị cụm trưởng, cụm phó',
};

export const eventFacts = {
  title: 'Chức danh',
  from: 'Từ ngày',
  until: 'Đến ngày',
  office: 'Vai trò',
  allianceCode: 'Đơn vị',
  personId: 'Người',
  cluster: 'Cụm',
  clusterCode: 'Cụm',
  validFrom: 'Từ ngày',
  validUntil: 'Đến ngày',
};
